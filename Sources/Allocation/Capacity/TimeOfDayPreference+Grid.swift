public import CareModel
public import Diaries

extension TimeOfDayPreference {
    /// The quanta of a day in which a person can come.
    @inlinable public var grid: DayGrid {
        let noon = Quanta.index(minuteOfDay: 12 * 60)
        let five = Quanta.index(minuteOfDay: 17 * 60)
        switch self {
        case .any: return .full
        case .morning: return DayGrid(0..<noon)
        case .afternoon: return DayGrid(noon..<five)
        case .evening: return DayGrid(five..<Quanta.perDay)
        }
    }
}
