@testable import Dashboard

/// The rooms that tests look into.
extension AppState {
  var places: PlacesScreen { rooms[.places] as? PlacesScreen ?? PlacesScreen() }
  var documents: DocumentsScreen { rooms[.documents] as? DocumentsScreen ?? DocumentsScreen() }
  var board: BoardScreen { rooms[.tasks] as? BoardScreen ?? BoardScreen() }
}
