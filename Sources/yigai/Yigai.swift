@main struct Yigai { static func main() {} }
