import Reform

/// Does what `yigai` asks for with a hub.
public enum HubDesk {
  /// Whatever goes wrong is an answer too.
  public static func reply(to request: HubRequest) -> HubReply {
    do { return try done(request) } catch let fault as Fault {
      return .fault(fault.message, exitCode: fault.exitCode)
    } catch {
      return .fault(
        Phrase("共享库出错：\(error)", "The hub failed: \(error)"), exitCode: 1)
    }
  }

  private static func done(_ request: HubRequest) throws -> HubReply {
    switch request {
    case .greet(let service):
      // A ledger keeps its service.
      guard !Opening.bearsPassword(service) else {
        throw Fault(
          "密码不写在命令里；请写进 ~/.pgpass 或服务文件。",
          "Passwords do not go into a command: put it into ~/.pgpass or the service file.",
          exitCode: 2)
      }
      return .greeting(try PostgresHub(service).greet())
    case .exchange, .packUp, .packDown, .unpack, .peek, .keepSnapshot:
      throw Fault("这里没有台账可同步。", "There is no ledger here to be synchronised.")
    case .schema(let province):
      return .sql(try HubSchema.sql(id: HubSchema.newID(), province: province))
    case .make(let service, let province):
      return .about(
        try HubKeeper(service).make(id: HubSchema.newID(), province: province))
    case .about(let service): return .about(try HubKeeper(service).about())
    case .admit(let service, let name, let place, let role, let printed):
      let keeper = try HubKeeper(service)
      if printed { return .sql(try keeper.sqlToAdmit(name, place: place, role: role)) }
      let admitted = try keeper.admit(name, place: place, role: role)
      return .admitted(madeRole: admitted.madeRole, isBack: admitted.isBack)
    case .takeOut(let service, let name, let printed):
      let keeper = try HubKeeper(service)
      if printed { return .sql(try keeper.sqlToTakeOut(name)) }
      try keeper.takeOut(name)
      return .done
    case .fetchSnapshot(let service, let format, let file):
      return .fetched(try PostgresHub(service).fetchSnapshot(format: format, to: file))
    case .offices(let service): return .offices(try HubKeeper(service).offices())
    case .setSight(let service, let sight):
      try HubKeeper(service).setSight(sight)
      return .done
    }
  }
}
