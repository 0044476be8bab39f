#!/usr/bin/env python3
"""Makes divisions-cn.csv: short names, English names and readings for the divisions of China.

    Resources/make-divisions.py divisions-cn.csv

The file that is given has `code,parent,level,name`. Needs the package pypinyin. The rows of a
province that has a file of its own (divisions.csv) are taken from there.
"""
import csv
import pathlib
import re
import sys

from pypinyin import Style, lazy_pinyin, load_phrases_dict, load_single_dict

here = pathlib.Path(__file__).parent

PEOPLES = """达斡尔族 鄂伦春 鄂温克族 朝鲜族 满族 蒙古族 蒙古 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 侗族 瑶族 白族
土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族
仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 锡伯族 阿昌族 普米族 塔吉克 怒族 裕固族 保安族 独龙族 各族""".split()

# Readings that dictionaries of words get wrong in names of places.
READINGS = {
    "蔚县": "yu xian", "乐亭": "lao ting", "大城": "dai cheng", "井陉": "jing xing", "蠡县": "li xian",
    "涿": "zhuo", "繁峙": "fan shi", "洪洞": "hong tong", "长治": "chang zhi", "长子": "zhang zi",
    "尧都": "yao du", "万柏林": "wan bai lin", "解州": "xie zhou",
    "喀喇沁": "ka la qin", "巴彦": "ba yan", "土默特": "tu mo te", "莫力达瓦": "mo li da wa",
    "长海": "chang hai", "长春": "chang chun", "长白": "chang bai", "长岭": "chang ling", "珲春": "hun chun",
    "桦": "hua", "穆棱": "mu ling", "绥棱": "sui ling", "讷河": "ne he", "嘉荫": "jia yin",
    "勃利": "bo li", "宝清": "bao qing", "长宁": "chang ning", "闵行": "min hang", "莘": "xin",
    "六合": "lu he", "浒墅": "xu shu", "盱眙": "xu yi", "邗江": "han jiang", "栟茶": "ben cha", "邳州": "pi zhou",
    "长兴": "chang xing", "台州": "tai zhou", "天台": "tian tai", "丽水": "li shui", "乐清": "yue qing",
    "鄞州": "yin zhou", "嵊州": "sheng zhou", "嵊泗": "sheng si", "诸暨": "zhu ji", "衢": "qu", "浦江": "pu jiang",
    "六安": "lu an", "歙县": "she xian", "黟县": "yi xian", "亳州": "bo zhou", "谯城": "qiao cheng", "枞阳": "zong yang",
    "蚌埠": "beng bu", "蚌山": "beng shan", "砀山": "dang shan", "涡阳": "guo yang", "泗县": "si xian", "濉溪": "sui xi", "颍": "ying", "长丰": "chang feng",
    "长汀": "chang ting", "长泰": "chang tai", "长乐": "chang le", "厦门": "xia men", "柘荣": "zhe rong", "南靖": "nan jing",
    "铅山": "yan shan", "弋阳": "yi yang", "婺源": "wu yuan", "乐平": "le ping", "乐安": "le an", "会昌": "hui chang", "会宁": "hui ning", "会同": "hui tong", "会东": "hui dong", "会理": "hui li", "会泽": "hui ze",
    "莒": "ju", "东阿": "dong e", "单县": "shan xian", "莘县": "shen xian", "无棣": "wu di", "乐陵": "lao ling", "昌乐": "chang le", "长清": "chang qing", "长岛": "chang dao", "牟平": "mu ping", "芝罘": "zhi fu", "临朐": "lin qu", "郯城": "tan cheng", "鄄城": "juan cheng", "兖州": "yan zhou", "荏平": "chi ping", "茌平": "chi ping", "罗庄": "luo zhuang", "任城": "ren cheng", "费县": "fei xian",
    "中牟": "zhong mu", "浚县": "xun xian", "长垣": "chang yuan", "长葛": "chang ge", "渑池": "mian chi", "瀍河": "chan he", "柘城": "zhe cheng", "郏县": "jia xian", "泌阳": "bi yang", "武陟": "wu zhi", "睢": "sui", "濮": "pu", "禹州": "yu zhou", "尉氏": "wei shi", "内黄": "nei huang", "郾城": "yan cheng", "召陵": "shao ling", "漯河": "luo he", "叶县": "ye xian", "解放": "jie fang", "中站": "zhong zhan", "嵩县": "song xian", "栾川": "luan chuan", "长阳": "chang yang", "洛龙": "luo long", "淅川": "xi chuan", "任丘": "ren qiu", "任泽": "ren ze", "行唐": "xing tang", "曲周": "qu zhou", "曲阳": "qu yang", "曲靖": "qu jing", "曲阜": "qu fu", "曲松": "qu song", "曲水": "qu shui", "曲江": "qu jiang", "曲沃": "qu wo", "曲麻莱": "qu ma lai", "阳曲": "yang qu", "磁县": "ci xian", "涉县": "she xian", "广宗": "guang zong", "隆尧": "long yao", "内丘": "nei qiu", "藁城": "gao cheng", "栾城": "luan cheng", "深泽": "shen ze", "晋州": "jin zhou", "冀州": "ji zhou",
    "监利": "jian li", "黄陂": "huang pi", "硚口": "qiao kou", "郧": "yun", "宜都": "yi du", "秭归": "zi gui", "猇亭": "xiao ting", "蕲春": "qi chun", "咸丰": "xian feng", "枝江": "zhi jiang", "大悟": "da wu", "鄂": "e", "掇刀": "duo dao", "蔡甸": "cai dian", "通山": "tong shan", "英山": "ying shan",
    "长沙": "chang sha", "耒阳": "lei yang", "郴州": "chen zhou", "汨罗": "mi luo", "枣阳": "zao yang", "芷江": "zhi jiang", "沅陵": "yuan ling", "攸县": "you xian", "炎陵": "yan ling", "澧县": "li xian", "澧": "li", "泸溪": "lu xi", "泸": "lu", "渌口": "lu kou", "荷塘": "he tang", "珠晖": "zhu hui", "蒸湘": "zheng xiang", "君山": "jun shan", "中方": "zhong fang", "宁远": "ning yuan", "蓝山": "lan shan", "洪江": "hong jiang", "大祥": "da xiang", "洞口": "dong kou", "北塔": "bei ta", "雨湖": "yu hu", "石鼓": "shi gu", "雁峰": "yan feng",
    "番禺": "pan yu", "东莞": "dong guan", "大埔": "da bu", "浈江": "zhen jiang", "乳源": "ru yuan", "吴川": "wu chuan", "电白": "dian bai", "陆丰": "lu feng", "潮安": "chao an", "揭": "jie", "蓬江": "peng jiang", "坡头": "po tou", "麻章": "ma zhang", "南澳": "nan ao", "濠江": "hao jiang", "增城": "zeng cheng", "从化": "cong hua", "斗门": "dou men", "香洲": "xiang zhou", "四会": "si hui", "封开": "feng kai", "德庆": "de qing", "广宁": "guang ning", "紫金": "zi jin", "和平": "he ping", "连平": "lian ping", "佛山": "fo shan", "佛冈": "fo gang", "佛坪": "fo ping",
    "百色": "bai se", "那坡": "na po", "乐业": "le ye", "大化": "da hua", "都安": "du an", "崇左": "chong zuo", "邕宁": "yong ning", "横州": "heng zhou", "阳朔": "yang shuo", "荔浦": "li pu", "岑溪": "cen xi", "藤县": "teng xian", "浦北": "pu bei", "柳": "liu", "长洲": "chang zhou", "覃塘": "qin tang", "钦": "qin", "兴宾": "xing bin", "宜州": "yi zhou", "凭祥": "ping xiang", "扶绥": "fu sui", "龙州": "long zhou", "上思": "shang si", "合浦": "he pu", "容县": "rong xian",
    "儋州": "dan zhou", "澄迈": "cheng mai", "乐东": "le dong", "昌江": "chang jiang", "琼中": "qiong zhong", "保亭": "bao ting", "陵水": "ling shui",
    "重庆": "chong qing", "北碚": "bei bei", "綦江": "qi jiang", "垫江": "dian jiang", "长寿": "chang shou", "万州": "wan zhou", "涪陵": "fu ling", "石柱": "shi zhu", "黔江": "qian jiang", "酉阳": "you yang", "大足": "da zu", "璧山": "bi shan", "忠县": "zhong xian", "奉节": "feng jie",
    "犍为": "qian wei", "珙县": "gong xian", "筠连": "jun lian", "郫都": "pi du", "青白江": "qing bai jiang", "新都": "xin du", "成都": "cheng du", "都江堰": "du jiang yan", "邛崃": "qiong lai", "什邡": "shi fang", "绵竹": "mian zhu", "梓潼": "zi tong", "射洪": "she hong", "蓬溪": "peng xi", "阆中": "lang zhong", "高坪": "gao ping", "叙": "xu", "长宁": "chang ning", "渠县": "qu xian", "大竹": "da zhu", "名山": "ming shan", "石棉": "shi mian", "荥经": "ying jing", "荥阳": "xing yang", "芦山": "lu shan", "汶川": "wen chuan", "壤塘": "rang tang", "若尔盖": "ruo er gai", "道孚": "dao fu", "炉霍": "lu huo", "甘孜": "gan zi", "白玉": "bai yu", "石渠": "shi qu", "色达": "se da", "理塘": "li tang", "稻城": "dao cheng", "得荣": "de rong", "盐边": "yan bian", "美姑": "mei gu", "沙湾": "sha wan", "峨边": "e bian", "峨眉": "e mei", "夹江": "jia jiang", "井研": "jing yan", "沐川": "mu chuan", "马边": "ma bian", "金口河": "jin kou he", "仪陇": "yi long", "古蔺": "gu lin", "江油": "jiang you", "三台": "san tai", "朝天": "chao tian", "朝阳": "chao yang", "华蓥": "hua ying", "简阳": "jian yang", "雁江": "yan jiang", "乐至": "le zhi", "乐山": "le shan",
    "六枝": "liu zhi", "六盘水": "liu pan shui", "都匀": "du yun", "福泉": "fu quan", "荔波": "li bo", "瓮安": "weng an", "长顺": "chang shun", "三都": "san du", "麻江": "ma jiang", "雷山": "lei shan", "榕江": "rong jiang", "从江": "cong jiang", "岑巩": "cen gong", "剑河": "jian he", "台江": "tai jiang", "册亨": "ce heng", "贞丰": "zhen feng", "兴仁": "xing ren", "普安": "pu an", "晴隆": "qing long", "望谟": "wang mo", "修文": "xiu wen", "白云": "bai yun", "观山湖": "guan shan hu", "石阡": "shi qian", "德江": "de jiang", "印江": "yin jiang", "务川": "wu chuan", "道真": "dao zhen", "湄潭": "mei tan", "余庆": "yu qing", "正安": "zheng an", "绥阳": "sui yang", "汇川": "hui chuan", "大方": "da fang", "赫章": "he zhang",
    "勐": "meng", "勐海": "meng hai", "勐腊": "meng la", "牟定": "mou ding", "大姚": "da yao", "姚安": "yao an", "禄丰": "lu feng", "禄劝": "lu quan", "隆阳": "long yang", "昌宁": "chang ning", "耿马": "geng ma", "沧源": "cang yuan", "双柏": "shuang bai", "个旧": "ge jiu", "弥勒": "mi le", "绿春": "lv chun", "河口": "he kou", "麻栗坡": "ma li po", "砚山": "yan shan", "宾川": "bin chuan", "漾濞": "yang bi", "洱源": "er yuan", "剑川": "jian chuan", "鹤庆": "he qing", "弥渡": "mi du", "巍山": "wei shan", "南涧": "nan jian", "芒市": "mang shi", "盈江": "ying jiang", "陇川": "long chuan", "泸水": "lu shui", "贡山": "gong shan", "德钦": "de qin", "维西": "wei xi", "宁蒗": "ning lang", "彝良": "yi liang", "盐津": "yan jin", "大关": "da guan", "威信": "wei xin", "镇雄": "zhen xiong", "墨江": "mo jiang", "江城": "jiang cheng", "孟连": "meng lian", "澜沧": "lan cang", "西盟": "xi meng", "元江": "yuan jiang", "峨山": "e shan", "华宁": "hua ning", "通海": "tong hai", "易门": "yi men", "马龙": "ma long", "师宗": "shi zong", "富源": "fu yuan", "宜良": "yi liang", "石林": "shi lin", "嵩明": "song ming", "寻甸": "xun dian",
    "长安": "chang an", "长武": "chang wu", "鄠邑": "hu yi", "蓝田": "lan tian", "阎良": "yan liang", "灞桥": "ba qiao", "耀州": "yao zhou", "陈仓": "chen cang", "千阳": "qian yang", "麟游": "lin you", "凤翔": "feng xiang", "泾阳": "jing yang", "旬邑": "xun yi", "淳化": "chun hua", "彬州": "bin zhou", "大荔": "da li", "合阳": "he yang", "澄城": "cheng cheng", "蒲城": "pu cheng", "白水": "bai shui", "华州": "hua zhou", "华阴": "hua yin", "潼关": "tong guan", "吴堡": "wu bu", "吴起": "wu qi", "黄陵": "huang ling", "宜川": "yi chuan", "延川": "yan chuan", "略阳": "lve yang", "勉县": "mian xian", "洋县": "yang xian", "镇巴": "zhen ba", "留坝": "liu ba", "佳县": "jia xian", "清涧": "qing jian", "子洲": "zi zhou", "柞水": "zha shui", "洛南": "luo nan", "商南": "shang nan", "山阳": "shan yang", "镇安": "zhen an", "石泉": "shi quan", "汉阴": "han yin", "宁陕": "ning shan", "紫阳": "zi yang", "岚皋": "lan gao", "平利": "ping li", "镇坪": "zhen ping", "旬阳": "xun yang", "白河": "bai he",
    "宕昌": "tan chang", "岷县": "min xian", "成县": "cheng xian", "两当": "liang dang", "徽县": "hui xian", "礼县": "li xian", "西和": "xi he", "康县": "kang xian", "碌曲": "lu qu", "玛曲": "ma qu", "舟曲": "zhou qu", "迭部": "die bu", "卓尼": "zhuo ni", "临潭": "lin tan", "夏河": "xia he", "积石山": "ji shi shan", "广河": "guang he", "和政": "he zheng", "庄浪": "zhuang lang", "崆峒": "kong tong", "崇信": "chong xin", "泾川": "jing chuan", "阿克塞": "a ke sai", "肃北": "su bei", "瓜州": "gua zhou", "华池": "hua chi", "合水": "he shui", "正宁": "zheng ning", "宁县": "ning xian", "永登": "yong deng", "皋兰": "gao lan", "榆中": "yu zhong", "景泰": "jing tai", "靖远": "jing yuan", "山丹": "shan dan", "民乐": "min le", "高台": "gao tai", "肃南": "su nan", "天祝": "tian zhu", "古浪": "gu lang", "甘谷": "gan gu", "武山": "wu shan", "秦安": "qin an", "张家川": "zhang jia chuan",
    "大通": "da tong", "湟": "huang", "乐都": "le du", "化隆": "hua long", "循化": "xun hua", "互助": "hu zhu", "门源": "men yuan", "祁连": "qi lian", "刚察": "gang cha", "同仁": "tong ren", "尖扎": "jian zha", "泽库": "ze ku", "共和": "gong he", "同德": "tong de", "贵德": "gui de", "兴海": "xing hai", "贵南": "gui nan", "玛沁": "ma qin", "班玛": "ban ma", "甘德": "gan de", "达日": "da ri", "久治": "jiu zhi", "玛多": "ma duo", "杂多": "za duo", "称多": "chen duo", "治多": "zhi duo", "囊谦": "nang qian", "格尔木": "ge er mu", "德令哈": "de ling ha", "茫崖": "mang ya", "乌兰": "wu lan", "都兰": "du lan", "天峻": "tian jun",
    "中卫": "zhong wei", "中宁": "zhong ning", "彭阳": "peng yang", "泾源": "jing yuan", "隆德": "long de", "西吉": "xi ji", "大武口": "da wu kou", "平罗": "ping luo", "盐池": "yan chi", "同心": "tong xin", "利通": "li tong", "红寺堡": "hong si bu", "吴忠": "wu zhong",
    "六道湾": "liu dao wan", "呼图壁": "hu tu bi", "木垒": "mu lei", "吉木萨尔": "ji mu sa er", "乌什": "wu shi", "喀什": "ka shi", "疏附": "shu fu", "英吉沙": "ying ji sha", "莎车": "sha che", "叶城": "ye cheng", "麦盖提": "mai gai ti", "岳普湖": "yue pu hu", "伽师": "jia shi", "巴楚": "ba chu", "塔什库尔干": "ta shi ku er gan", "和田": "he tian", "墨玉": "mo yu", "皮山": "pi shan", "洛浦": "luo pu", "策勒": "ce le", "于田": "yu tian", "民丰": "min feng", "尼勒克": "ni le ke", "特克斯": "te ke si", "察布查尔": "cha bu cha er", "巩留": "gong liu", "昭苏": "zhao su", "额敏": "e min", "裕民": "yu min", "托里": "tuo li", "和布克赛尔": "he bu ke sai er", "和硕": "he shuo", "和静": "he jing", "且末": "qie mo", "若羌": "ruo qiang", "尉犁": "yu li", "焉耆": "yan qi", "博湖": "bo hu", "轮台": "lun tai", "鄯善": "shan shan", "托克逊": "tuo ke xun", "巴里坤": "ba li kun", "伊吾": "yi wu", "可克达拉": "ke ke da la", "铁门关": "tie men guan", "阿合奇": "a he qi", "阿克陶": "a ke tao", "乌恰": "wu qia", "柯坪": "ke ping", "阿瓦提": "a wa ti", "拜城": "bai cheng", "新和": "xin he", "沙雅": "sha ya", "库车": "ku che", "温宿": "wen su", "胡杨河": "hu yang he", "新星": "xin xing", "白杨": "bai yang",
    "牙克石": "ya ke shi", "扎兰屯": "zha lan tun", "扎赉诺尔": "zha lai nuo er", "扎赉特": "zha lai te", "扎鲁特": "zha lu te", "阿荣": "a rong", "奈曼": "nai man", "库伦": "ku lun", "科尔沁左翼中": "ke er qin zuo yi zhong", "翁牛特": "weng niu te", "敖汉": "ao han", "巴林": "ba lin", "阿鲁科尔沁": "a lu ke er qin", "克什克腾": "ke shi ke teng", "林西": "lin xi", "土默特左": "tu mo te zuo", "托克托": "tuo ke tuo", "和林格尔": "he lin ge er", "清水河": "qing shui he", "达尔罕茂明安": "da er han mao ming an", "石拐": "shi guai", "白云鄂博": "bai yun e bo", "东河": "dong he", "达拉特": "da la te", "准格尔": "zhun ge er", "鄂托克": "e tuo ke", "杭锦": "hang jin", "乌审": "wu shen", "伊金霍洛": "yi jin huo luo", "磴口": "deng kou", "五原": "wu yuan", "乌拉特": "wu la te", "察哈尔右翼": "cha ha er you yi", "四子王": "si zi wang", "丰镇": "feng zhen", "化德": "hua de", "商都": "shang du", "兴和": "xing he", "凉城": "liang cheng", "卓资": "zhuo zi", "阿巴嘎": "a ba ga", "苏尼特": "su ni te", "东乌珠穆沁": "dong wu zhu mu qin", "西乌珠穆沁": "xi wu zhu mu qin", "太仆寺": "tai pu si", "镶黄": "xiang huang", "正镶白": "zheng xiang bai", "正蓝": "zheng lan", "多伦": "duo lun", "额济纳": "e ji na", "突泉": "tu quan", "阿尔山": "a er shan",
    "堆龙德庆": "dui long de qing", "当雄": "dang xiong", "尼木": "ni mu", "墨竹工卡": "mo zhu gong ka", "林周": "lin zhou", "桑珠孜": "sang zhu zi", "南木林": "nan mu lin", "江孜": "jiang zi", "定日": "ding ri", "萨迦": "sa jia", "拉孜": "la zi", "昂仁": "ang ren", "谢通门": "xie tong men", "白朗": "bai lang", "仁布": "ren bu", "康马": "kang ma", "定结": "ding jie", "仲巴": "zhong ba", "亚东": "ya dong", "吉隆": "ji long", "聂拉木": "nie la mu", "萨嘎": "sa ga", "岗巴": "gang ba", "卡若": "ka ruo", "江达": "jiang da", "贡觉": "gong jue", "类乌齐": "lei wu qi", "丁青": "ding qing", "察雅": "cha ya", "八宿": "ba su", "左贡": "zuo gong", "芒康": "mang kang", "洛隆": "luo long", "边坝": "bian ba", "巴宜": "ba yi", "工布江达": "gong bu jiang da", "米林": "mi lin", "墨脱": "mo tuo", "波密": "bo mi", "察隅": "cha yu", "朗县": "lang xian", "乃东": "nai dong", "扎囊": "zha nang", "贡嘎": "gong ga", "桑日": "sang ri", "琼结": "qiong jie", "措美": "cuo mei", "洛扎": "luo zha", "加查": "jia cha", "隆子": "long zi", "错那": "cuo na", "浪卡子": "lang ka zi", "色尼": "se ni", "嘉黎": "jia li", "比如": "bi ru", "聂荣": "nie rong", "安多": "an duo", "申扎": "shen zha", "索县": "suo xian", "班戈": "ban ge", "巴青": "ba qing", "尼玛": "ni ma", "双湖": "shuang hu", "普兰": "pu lan", "札达": "zha da", "噶尔": "ga er", "日土": "ri tu", "革吉": "ge ji", "改则": "gai ze", "措勤": "cuo qin", "阿里": "a li", "那曲": "na qu",
    "涞": "lai", "涞源": "lai yuan", "滦": "luan", "遵化": "zun hua", "曹妃甸": "cao fei dian", "芦台": "lu tai", "宁晋": "ning jin", "任县": "ren xian", "临西": "lin xi", "新河": "xin he", "定兴": "ding xing", "高阳": "gao yang", "容城": "rong cheng", "望都": "wang du", "唐县": "tang xian", "阜平": "fu ping", "顺平": "shun ping", "涿州": "zhuo zhou", "涿鹿": "zhuo lu", "蓟州": "ji zhou", "宝坻": "bao di", "红桥": "hong qiao", "大兴": "da xing", "大兴安岭": "da xing an ling", "房山": "fang shan", "石景山": "shi jing shan", "门头沟": "men tou gou",
    "普陀": "pu tuo", "徐汇": "xu hui", "闸北": "zha bei", "崇明": "chong ming", "虹口": "hong kou",
    "句容": "ju rong", "相城": "xiang cheng", "吴中": "wu zhong", "溧": "li", "溧水": "li shui", "溧阳": "li yang", "睢宁": "sui ning", "沭阳": "shu yang", "泗洪": "si hong", "泗阳": "si yang", "宿迁": "su qian", "宿城": "su cheng", "宿豫": "su yu", "宿州": "su zhou", "埇桥": "yong qiao", "宿松": "su song", "灌南": "guan nan", "涟水": "lian shui", "盐都": "yan du", "大丰": "da feng", "射阳": "she yang", "通州": "tong zhou", "如皋": "ru gao", "海曙": "hai shu", "镜湖": "jing hu", "无为": "wu wei", "南陵": "nan ling", "繁昌": "fan chang", "含山": "han shan", "和县": "he xian", "当涂": "dang tu", "石台": "shi tai", "贵池": "gui chi", "裕安": "yu an", "霍邱": "huo qiu", "金寨": "jin zhai", "琅琊": "lang ya", "南谯": "nan qiao", "界首": "jie shou", "相山": "xiang shan", "烈山": "lie shan", "杜集": "du ji", "禹会": "yu hui", "固镇": "gu zhen", "潘集": "pan ji", "八公山": "ba gong shan", "寿县": "shou xian", "屯溪": "tun xi", "休宁": "xiu ning", "祁门": "qi men", "绩溪": "ji xi", "旌德": "jing de", "泾县": "jing xian", "郎溪": "lang xi",
    "仓山": "cang shan", "晋安": "jin an", "闽侯": "min hou", "荔城": "li cheng", "涵江": "han jiang", "将乐": "jiang le", "建瓯": "jian ou", "浦城": "pu cheng", "光泽": "guang ze", "诏安": "zhao an", "漳浦": "zhang pu", "翔安": "xiang an", "蕉城": "jiao cheng", "屏南": "ping nan", "福鼎": "fu ding",
    "浮梁": "fu liang", "濂溪": "lian xi", "柴桑": "chai sang", "都昌": "du chang", "德安": "de an", "余干": "yu gan", "鄱阳": "po yang", "余江": "yu jiang", "月湖": "yue hu", "渝水": "yu shui", "分宜": "fen yi", "信丰": "xin feng", "全南": "quan nan", "定南": "ding nan", "兴国": "xing guo", "于都": "yu du", "大余": "da yu", "上犹": "shang you", "吉水": "ji shui", "峡江": "xia jiang", "新干": "xin gan", "遂川": "sui chuan", "万安": "wan an", "上高": "shang gao", "铜鼓": "tong gu", "奉新": "feng xin", "万载": "wan zai", "崇仁": "chong ren", "宜黄": "yi huang", "资溪": "zi xi", "黎川": "li chuan",
    "会": "hui", "石柱土家族": "shi zhu", "鹤": "he", "尉": "wei", "六": "liu",
}
READINGS.pop("会"); READINGS.pop("六"); READINGS.pop("尉")
SINGLE = {"鄂": "e", "莞": "guan", "埔": "pu", "堡": "bao", "厦": "xia", "秘": "mi"}

# English names in use that are not the reading of the name.
ENGLISH = {
    "610000": "Shaanxi", "150000": "Inner Mongolia", "540000": "Tibet", "810000": "Hong Kong",
    "820000": "Macao", "710000": "Taiwan", "650000": "Xinjiang", "640000": "Ningxia", "450000": "Guangxi",
    "150100": "Hohhot", "150200": "Baotou", "150500": "Tongliao", "150600": "Ordos", "150700": "Hulunbuir",
    "150800": "Bayannur", "150900": "Ulanqab", "152200": "Hinggan", "152500": "Xilingol", "152900": "Alxa",
    "540100": "Lhasa", "540200": "Shigatse", "540300": "Qamdo", "540400": "Nyingchi", "540500": "Shannan",
    "540600": "Nagqu", "542500": "Ngari",
    "650100": "Ürümqi", "650200": "Karamay", "650400": "Turpan", "650500": "Hami", "652300": "Changji",
    "652700": "Bortala", "652800": "Bayingolin", "652900": "Aksu", "653000": "Kizilsu", "653100": "Kashgar",
    "653200": "Hotan", "654000": "Ili", "654200": "Tacheng", "654300": "Altay",
    "230100": "Harbin", "230200": "Qiqihar", "513200": "Ngawa", "513300": "Garzê", "632800": "Haixi",
    "632600": "Golog", "632700": "Yushu", "222400": "Yanbian", "533300": "Nujiang", "533400": "Diqing",
    "632801": "Golmud", "632802": "Delingha",
}

SUFFIXES = ["特别行政区", "地区", "联合旗", "特区", "省", "市", "盟", "旗", "区", "县"]
# Districts whose longer ending is no part of the name, and names that stay whole.
LONGER = {"神农架林区": "神农架", "浦东新区": "浦东", "滨海新区": "滨海", "峰峰矿区": "峰峰", "鹰手营子矿区": "鹰手营子",
          "白云鄂博矿区": "白云鄂博", "井陉矿区": "井陉矿区", "鄂温克族自治旗": "鄂温克"}
WINGS = re.compile("(左|右|前|中|后)旗$")


def without_people(rest):
    while True:
        for people in sorted(PEOPLES, key=len, reverse=True):
            if rest.endswith(people) and len(rest) > len(people) + 1:
                rest = rest[: -len(people)]
                break
        else:
            return rest


def bare(name):
    """The name without what kind of place it is; whole where one character would be left."""
    if name in LONGER:
        return LONGER[name]
    if WINGS.search(name):
        return name
    for ending in ("自治区", "自治州", "自治县", "自治旗"):
        if name.endswith(ending):
            return without_people(name[:-3])
    if name.endswith("族区"):
        return without_people(name[:-1])
    for suffix in SUFFIXES:
        if name.endswith(suffix):
            rest = name[: -len(suffix)]
            return rest if len(rest) > 1 else name
    return name


def syllables(text):
    return lazy_pinyin(text, style=Style.NORMAL, v_to_u=False)


def english(parts):
    word = parts[0]
    for part in parts[1:]:
        word += ("'" if part[0] in "aoe" else "") + part
    return word[0].upper() + word[1:]


def main():
    load_phrases_dict({k: [[s] for s in v.split()] for k, v in READINGS.items() if len(k) == len(v.split())})
    load_single_dict({ord(k): v for k, v in SINGLE.items()})
    own = {r["code"]: r for r in csv.DictReader(open(here / "divisions.csv", encoding="utf-8"))}
    rows = []
    for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
        code, name, level = row["code"], row["name"], row["level"]
        if code in own:
            mine = own[code]
            short, en, spelled = mine["short_zh"], mine["name_en"], mine["pinyin"]
        else:
            short = bare(name)
            parts = syllables(short)
            spelled = "".join(parts)
            # Of a name of one character the bare name, but for what is only a kind of place (城区).
            isBare = len(short) == 2 and short == name and short[1] in "县市"
            stem = parts[:1] if isBare and name != "芒市" else parts
            en = ENGLISH.get(code) or english(stem)
            if WINGS.search(name):
                en = english(parts[:-2]) + " " + english(parts[-2:])
        spelled = {"610000": "shaanxi"}.get(code, spelled)
        rows.append([code, row["parent"], level, name, short, en, spelled])
    with open(here / "divisions-cn.csv", "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "parent", "level", "name_zh", "short_zh", "name_en", "pinyin"])
        writer.writerows(rows)


main()
