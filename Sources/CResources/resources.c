#include "resources.h"

// Every file of Resources that the program reads; add a new one in both lists.
static const unsigned char achievements_json[] = {
#embed "../../Resources/achievements.json"
};
static const unsigned char benchmarks_csv[] = {
#embed "../../Resources/benchmarks.csv"
};
static const unsigned char bulletin_words_csv[] = {
#embed "../../Resources/bulletin-words.csv"
};
static const unsigned char column_names_csv[] = {
#embed "../../Resources/column-names.csv"
};
static const unsigned char departments_csv[] = {
#embed "../../Resources/departments.csv"
};
static const unsigned char divisions_csv[] = {
#embed "../../Resources/divisions.csv"
};
static const unsigned char divisions_cn_csv[] = {
#embed "../../Resources/divisions-cn.csv"
};
static const unsigned char documents_json[] = {
#embed "../../Resources/documents.json"
};
static const unsigned char examples_made_up_plan_txt[] = {
#embed "../../Resources/examples/made-up-plan.txt"
};
static const unsigned char figure_limits_csv[] = {
#embed "../../Resources/figure-limits.csv"
};
static const unsigned char former_places_csv[] = {
#embed "../../Resources/former-places.csv"
};
static const unsigned char glyphs_csv[] = {
#embed "../../Resources/glyphs.csv"
};
static const unsigned char group_assessment_csv[] = {
#embed "../../Resources/group-assessment.csv"
};
static const unsigned char group_sets_csv[] = {
#embed "../../Resources/group-sets.csv"
};
static const unsigned char heading_words_csv[] = {
#embed "../../Resources/heading-words.csv"
};
static const unsigned char holidays_cn_csv[] = {
#embed "../../Resources/holidays-cn.csv"
};
static const unsigned char hub_rights_sql[] = {
#embed "../../Resources/hub-rights.sql"
};
static const unsigned char hub_sql[] = {
#embed "../../Resources/hub.sql"
};
static const unsigned char indicators_csv[] = {
#embed "../../Resources/indicators.csv"
};
static const unsigned char papers_brief_en_md[] = {
#embed "../../Resources/papers/brief.en.md"
};
static const unsigned char papers_brief_zh_md[] = {
#embed "../../Resources/papers/brief.zh.md"
};
static const unsigned char papers_circular_en_md[] = {
#embed "../../Resources/papers/circular.en.md"
};
static const unsigned char papers_circular_zh_md[] = {
#embed "../../Resources/papers/circular.zh.md"
};
static const unsigned char papers_minutes_en_md[] = {
#embed "../../Resources/papers/minutes.en.md"
};
static const unsigned char papers_minutes_zh_md[] = {
#embed "../../Resources/papers/minutes.zh.md"
};
static const unsigned char papers_reminder_en_md[] = {
#embed "../../Resources/papers/reminder.en.md"
};
static const unsigned char papers_reminder_zh_md[] = {
#embed "../../Resources/papers/reminder.zh.md"
};
static const unsigned char papers_report_en_md[] = {
#embed "../../Resources/papers/report.en.md"
};
static const unsigned char papers_report_zh_md[] = {
#embed "../../Resources/papers/report.zh.md"
};
static const unsigned char papers_settlement_en_md[] = {
#embed "../../Resources/papers/settlement.en.md"
};
static const unsigned char papers_settlement_zh_md[] = {
#embed "../../Resources/papers/settlement.zh.md"
};
static const unsigned char papers_since_en_md[] = {
#embed "../../Resources/papers/since.en.md"
};
static const unsigned char papers_since_zh_md[] = {
#embed "../../Resources/papers/since.zh.md"
};
static const unsigned char papers_slip_en_md[] = {
#embed "../../Resources/papers/slip.en.md"
};
static const unsigned char papers_slip_zh_md[] = {
#embed "../../Resources/papers/slip.zh.md"
};
static const unsigned char pinyin_txt[] = {
#embed "../../Resources/pinyin.txt"
};
static const unsigned char provinces_csv[] = {
#embed "../../Resources/provinces.csv"
};
static const unsigned char revision_txt[] = {
#embed "../../Resources/revision.txt"
};
static const unsigned char sample_actuals_csv[] = {
#embed "../../Resources/sample/actuals.csv"
};
static const unsigned char sample_bases_csv[] = {
#embed "../../Resources/sample/bases.csv"
};
static const unsigned char sample_groups_csv[] = {
#embed "../../Resources/sample/groups.csv"
};
static const unsigned char sample_levels_csv[] = {
#embed "../../Resources/sample/levels.csv"
};
static const unsigned char sample_notes_csv[] = {
#embed "../../Resources/sample/notes.csv"
};
static const unsigned char sample_pace_csv[] = {
#embed "../../Resources/sample/pace.csv"
};
static const unsigned char sample_targets_csv[] = {
#embed "../../Resources/sample/targets.csv"
};
static const unsigned char settlement_rules_csv[] = {
#embed "../../Resources/settlement-rules.csv"
};
static const unsigned char signals_csv[] = {
#embed "../../Resources/signals.csv"
};
static const unsigned char slip_rules_csv[] = {
#embed "../../Resources/slip-rules.csv"
};
static const unsigned char targets_csv[] = {
#embed "../../Resources/targets.csv"
};
static const unsigned char tasks_jyg_2019_1_json[] = {
#embed "../../Resources/tasks/jyg-2019-1.json"
};
static const unsigned char tasks_jzbf_2021_85_json[] = {
#embed "../../Resources/tasks/jzbf-2021-85.json"
};
static const unsigned char tasks_jzf_2023_15_json[] = {
#embed "../../Resources/tasks/jzf-2023-15.json"
};
static const unsigned char tasks_yzbf_2019_3_json[] = {
#embed "../../Resources/tasks/yzbf-2019-3.json"
};
static const unsigned char themes_csv[] = {
#embed "../../Resources/themes.csv"
};

#define ENTRY(name, bytes) {name, bytes, sizeof bytes}

const yigai_resource yigai_resources[] = {
    ENTRY("achievements.json", achievements_json),
    ENTRY("benchmarks.csv", benchmarks_csv),
    ENTRY("bulletin-words.csv", bulletin_words_csv),
    ENTRY("column-names.csv", column_names_csv),
    ENTRY("departments.csv", departments_csv),
    ENTRY("divisions-cn.csv", divisions_cn_csv),
    ENTRY("divisions.csv", divisions_csv),
    ENTRY("documents.json", documents_json),
    ENTRY("examples/made-up-plan.txt", examples_made_up_plan_txt),
    ENTRY("figure-limits.csv", figure_limits_csv),
    ENTRY("former-places.csv", former_places_csv),
    ENTRY("glyphs.csv", glyphs_csv),
    ENTRY("group-assessment.csv", group_assessment_csv),
    ENTRY("group-sets.csv", group_sets_csv),
    ENTRY("heading-words.csv", heading_words_csv),
    ENTRY("holidays-cn.csv", holidays_cn_csv),
    ENTRY("hub-rights.sql", hub_rights_sql),
    ENTRY("hub.sql", hub_sql),
    ENTRY("indicators.csv", indicators_csv),
    ENTRY("papers/brief.en.md", papers_brief_en_md),
    ENTRY("papers/brief.zh.md", papers_brief_zh_md),
    ENTRY("papers/circular.en.md", papers_circular_en_md),
    ENTRY("papers/circular.zh.md", papers_circular_zh_md),
    ENTRY("papers/minutes.en.md", papers_minutes_en_md),
    ENTRY("papers/minutes.zh.md", papers_minutes_zh_md),
    ENTRY("papers/reminder.en.md", papers_reminder_en_md),
    ENTRY("papers/reminder.zh.md", papers_reminder_zh_md),
    ENTRY("papers/report.en.md", papers_report_en_md),
    ENTRY("papers/report.zh.md", papers_report_zh_md),
    ENTRY("papers/settlement.en.md", papers_settlement_en_md),
    ENTRY("papers/settlement.zh.md", papers_settlement_zh_md),
    ENTRY("papers/since.en.md", papers_since_en_md),
    ENTRY("papers/since.zh.md", papers_since_zh_md),
    ENTRY("papers/slip.en.md", papers_slip_en_md),
    ENTRY("papers/slip.zh.md", papers_slip_zh_md),
    ENTRY("pinyin.txt", pinyin_txt),
    ENTRY("provinces.csv", provinces_csv),
    ENTRY("revision.txt", revision_txt),
    ENTRY("sample/actuals.csv", sample_actuals_csv),
    ENTRY("sample/bases.csv", sample_bases_csv),
    ENTRY("sample/groups.csv", sample_groups_csv),
    ENTRY("sample/levels.csv", sample_levels_csv),
    ENTRY("sample/notes.csv", sample_notes_csv),
    ENTRY("sample/pace.csv", sample_pace_csv),
    ENTRY("sample/targets.csv", sample_targets_csv),
    ENTRY("settlement-rules.csv", settlement_rules_csv),
    ENTRY("signals.csv", signals_csv),
    ENTRY("slip-rules.csv", slip_rules_csv),
    ENTRY("targets.csv", targets_csv),
    ENTRY("tasks/jyg-2019-1.json", tasks_jyg_2019_1_json),
    ENTRY("tasks/jzbf-2021-85.json", tasks_jzbf_2021_85_json),
    ENTRY("tasks/jzf-2023-15.json", tasks_jzf_2023_15_json),
    ENTRY("tasks/yzbf-2019-3.json", tasks_yzbf_2019_3_json),
    ENTRY("themes.csv", themes_csv),
    {0, 0, 0},
};

const yigai_resource *yigai_resource_at(size_t number) { return &yigai_resources[number]; }
