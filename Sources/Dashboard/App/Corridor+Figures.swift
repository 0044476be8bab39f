import Reform

/// Figures, and what else screens show and do not have yet.
extension AppState {
  /// What the screen in front lacks; asked for once, the figures first.
  ///
  /// Called after each frame, so that no frame waits for it.
  mutating func wants() -> [Effect] {
    var room = room
    let needs = room.needs(in: model)
    self.room = room
    var wanted: [Effect] = []
    for need in needs {
      switch need {
      case .loadFigures(let request):
        guard model.figures.asked != request else { continue }
        model.figures.asked = request
        return [need]
      case .loadPlace(let request):
        guard model.placeShelf.asked != request else { continue }
        model.placeShelf.asked = request
      case .loadGroups(let request):
        guard model.placeShelf.askedGroups != request else { continue }
        model.placeShelf.askedGroups = request
      default: break
      }
      wanted.append(need)
    }
    return wanted
  }

  /// Takes figures, unless those of another day are wanted by now.
  mutating func take(_ loaded: Figures) {
    guard loaded.request == model.figures.asked else { return }
    put(loaded)
  }

  /// What becomes of the figures when how things stand was loaded anew.
  mutating func renewFigures(isSameView: Bool) {
    guard let known = model.figures.figures else { return }
    if isSameView {
      // Another program has written: its figures are not known yet.
      model.figures.asked = nil
    } else if known.request.day == model.day {
      put(known)
    } else {
      model.figures.clear()
      renew()
    }
  }

  /// Puts the figures into words for a place, nil for the one that is looked at.
  mutating func showFigures(of place: Division.Code?) {
    guard place != model.figures.place else { return }
    model.figures.place = place
    if let known = model.figures.figures { put(known) }
  }

  private mutating func put(_ loaded: Figures) {
    let before = model.figures.board
    let place = model.figures.place ?? model.scope
    model.figures.put(loaded, IndicatorBoard(loaded, in: place, model.catalogue))
    rooms.tell(FiguresCame(before: before), in: model)
    renew()
  }
}

/// Said to every room when the figures are others, or stand in words for another place.
struct FiguresCame: Message {
  /// The board as it was.
  var before: IndicatorBoard?
}
