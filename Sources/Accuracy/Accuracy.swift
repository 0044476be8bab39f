import Foundation
import Intake
import Reform

@main
struct Accuracy {
  static func main() throws {
    let arguments = CommandLine.arguments
    let bytes = { (path: String) in try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) }
    let divisions = ReferenceTables.divisions(try bytes("/work/shared/data/regions.csv"))
    let reader = DocumentReader(divisions: divisions, departments: DepartmentBook())
    let reading = try reader.read(try bytes(arguments[1]), name: arguments[1])
    FileHandle.standardOutput.write(Data(try reading.json()))
  }
}
