import Reform

/// What there is of documents on a day: those that were out by a past one; of the present those that
/// wait for review, and all that are filed.
struct DocumentEntries {
  let reviews: [Review]
  private let documents: [Document]

  init(_ model: Model) {
    reviews = model.isPast ? [] : model.reviews
    documents = model.catalogue.documents(by: model.pastDay)
  }

  var count: Int { reviews.count + documents.count }

  var all: [DocumentsScreen.Entry] {
    reviews.map(DocumentsScreen.Entry.review) + documents.map(DocumentsScreen.Entry.document)
  }

  subscript(index: Int) -> DocumentsScreen.Entry? {
    if let review = reviews[safe: index] { return .review(review) }
    return documents[safe: index - reviews.count].map(DocumentsScreen.Entry.document)
  }
}
