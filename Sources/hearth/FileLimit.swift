import Foundation

/// How many files and connections this process may have open.
enum FileLimit {
    /// Asks for as many as the system allows, and returns how many that are. Most systems start a process with 1,024, which is
    /// fewer than the live streams of one relay.
    static func raise() -> Int {
        #if os(Linux)
            let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let files = RLIMIT_NOFILE
        #endif
        var limit = rlimit()
        guard getrlimit(files, &limit) == 0 else { return 1024 }
        if limit.rlim_cur < min(limit.rlim_max, 1 << 20) {
            let before = limit.rlim_cur
            limit.rlim_cur = min(limit.rlim_max, 1 << 20)
            if setrlimit(files, &limit) != 0 { limit.rlim_cur = before }
        }
        return Int(min(limit.rlim_cur, 1 << 20))
    }
}
