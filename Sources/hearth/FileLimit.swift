import Foundation

/// How many files and connections this process may have open.
enum FileLimit {
    /// Asks for as many as the system allows. Most systems start a process with 1,024, which is fewer than the live streams
    /// of one relay.
    static func raise() {
        #if os(Linux)
            let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let files = RLIMIT_NOFILE
        #endif
        var limit = rlimit()
        guard getrlimit(files, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = min(limit.rlim_max, 1 << 20)
        setrlimit(files, &limit)
    }
}
