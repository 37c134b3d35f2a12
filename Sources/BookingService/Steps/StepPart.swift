import BookingStore

/// A part of what steps do that has functions of its own, on the same desk and the same store.
protocol StepPart {
    /// The step that it is a part of.
    var step: CommandStep { get }
}

extension StepPart {
    var box: DeskBox { step.box }
    var writer: StoreWriter { step.writer }
    var context: BookingService.Context { step.context }

    func decisions() -> DecisionWriter { step.decisions() }
}
