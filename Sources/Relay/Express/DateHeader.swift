import Foundation
import Synchronization

/// The value of the `Date` header (RFC 9110, 5.6.7), put into words once a second.
final class DateHeader: Sendable {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private let latest = Mutex((second: Int64.min, text: ""))

    /// The value at `now`, in milliseconds since 1970.
    func text(now: Int64) -> String {
        let second = now / 1000
        return latest.withLock { latest in
            if latest.second != second { latest = (second, Self.text(second: second)) }
            return latest.text
        }
    }

    private static func text(second: Int64) -> String {
        var seconds = time_t(second)
        var time = tm()
        gmtime_r(&seconds, &time)
        let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(time.tm_wday)]), \(two(time.tm_mday)) \(months[Int(time.tm_mon)]) \(time.tm_year + 1900) "
            + "\(two(time.tm_hour)):\(two(time.tm_min)):\(two(time.tm_sec)) GMT"
    }
}
