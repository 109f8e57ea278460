// swift-tools-version: 6.2
import PackageDescription

// Rooms and their allowed imports are explained in docs/architecture.md; `script/lint` holds every import statement against
// that table.

/// An embedded program compiles what it uses of its rooms itself: the code of each room on its own is never linked, and making it takes
/// half of the time. script/wasm sets the variable; what belongs into no program but that one can't be told by its platform.
let unlinked: [SwiftSetting] =
    Context.environment["HEARTH_EMBEDDED"] == nil ? [] : [.unsafeFlags(["-Xfrontend", "-emit-empty-object-file"])]

/// A pure room: no Foundation, no I/O, no clock, no randomness; also built for wasm with Embedded Swift, whose limits hold natively
/// too, as far as the compiler can tell.
func pure(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: imports,
        swiftSettings: [
            .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("ExistentialAny"),
            .treatWarning("EmbeddedRestrictions", as: .error), .treatWarning("ExistentialAny", as: .error),
        ] + unlinked,
        // The standard library's rounding and roots are libm's on Linux, which nothing else here links.
        linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

let package = Package(
    name: "hearth",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "hearth", targets: ["hearth"]),
        .executable(name: "Browser", targets: ["Browser"]),
        // What Benchmarks and Training are made with, which are packages of their own.
        .library(name: "Rooms", targets: ["Bytes", "Closeness", "Coach", "ContentPacker", "Insight", "Library"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        pure("Bytes"),
        pure("JSON", ["Bytes"]),
        pure("Closeness", ["Bytes"]),
        pure("QR"),
        pure("Words"),
        pure("Wire", ["Bytes", "JSON"]),
        pure("Markup"),
        pure("Coach"),
        pure("Insight", ["Bytes", "Closeness"]),
        pure("Library", ["Closeness", "JSON"]),
        pure("Ledger", ["Bytes", "Closeness", "JSON"]),
        pure("Keepsake", ["Bytes", "Closeness", "JSON", "Ledger", "Library"]),
        pure("Sync", ["Bytes", "Ledger", "Wire"]),
        pure("StoreRules", ["Bytes", "Wire"]),
        pure(
            "Household",
            ["Bytes", "JSON", "Closeness", "Coach", "Insight", "Library", "Ledger", "Wire", "Sync"]),
        pure(
            "Interface",
            [
                "Bytes", "JSON", "Closeness", "Words", "Wire", "Markup", "Coach", "Household", "Insight", "Keepsake",
                "Library", "Ledger", "QR", "Sync",
            ]),
        .target(name: "CHost"),
        .executableTarget(name: "Browser", dependencies: ["Bytes", "Interface", "CHost"]),

        .target(
            name: "Vault",
            dependencies: [
                "Bytes", "Wire", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "ContentPacker",
            dependencies: ["Closeness", "Coach", "JSON", "Library", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "RelayStore",
            dependencies: [
                "Bytes", "CPostgreSQL", "StoreRules", "Wire", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Relay",
            dependencies: [
                "Bytes", "JSON", "RelayStore", "StoreRules", "Wire",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "hearth",
            dependencies: [
                "Bytes", "Closeness", "Coach", "ContentPacker", "Insight", "Interface", "JSON", "Ledger", "Library",
                "Relay", "RelayStore", "StoreRules", "Vault", "Wire", "Words",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),

        .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
        .testTarget(name: "JSONTests", dependencies: ["Bytes", "JSON"]),
        .testTarget(
            name: "KeepsakeTests", dependencies: ["Bytes", "Closeness", "JSON", "Keepsake", "Ledger", "Library"]),
        .testTarget(name: "QRTests", dependencies: ["QR"]),
        .testTarget(name: "MarkupTests", dependencies: ["Bytes", "Markup"]),
        .testTarget(name: "VaultTests", dependencies: ["Bytes", "Vault", "Wire"]),
        .target(
            name: "HouseholdTestSupport", dependencies: ["Bytes", "Ledger", "Wire"], path: "Tests/HouseholdTestSupport"),
        .testTarget(
            name: "InterfaceTests",
            dependencies: [
                "Bytes", "Closeness", "Coach", "Household", "HouseholdTestSupport", "Insight", "Interface", "JSON",
                "Keepsake", "Ledger", "Library", "Markup", "Sync", "Wire", "Words",
            ]),
        .testTarget(
            name: "HouseholdTests",
            dependencies: [
                "Bytes", "Closeness", "Coach", "Household", "HouseholdTestSupport", "Insight", "JSON", "Ledger",
                "Library", "Sync", "Wire",
            ]),
        .testTarget(name: "WireTests", dependencies: ["Bytes", "JSON", "Wire"]),
        .testTarget(name: "LedgerTests", dependencies: ["Bytes", "Closeness", "JSON", "Ledger"]),
        .testTarget(name: "SyncTests", dependencies: ["Bytes", "Ledger", "Sync", "Wire"]),
        .target(
            name: "RelayTestSupport",
            dependencies: [
                "Bytes", "RelayStore", "StoreRules", "Wire", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/RelayTestSupport"),
        .testTarget(
            name: "RelayTests",
            dependencies: [
                "Bytes", "hearth", "Relay", "RelayStore", "RelayTestSupport", "StoreRules", "Wire",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .testTarget(
            name: "RelayStoreTests",
            dependencies: [
                "Bytes", "RelayStore", "RelayTestSupport", "StoreRules", "Wire",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(name: "InsightTests", dependencies: ["Bytes", "Closeness", "Insight"]),
        .testTarget(
            name: "CoachTests", dependencies: ["Coach"],
            exclude: ["everyday.txt", "harm.txt", "held-back.txt", "ten-voices.txt"]),
        .testTarget(name: "HearthTests", dependencies: ["hearth", "JSON"]),
        .testTarget(name: "ClosenessTests", dependencies: ["Closeness"]),
        .testTarget(name: "LibraryTests", dependencies: ["Closeness", "JSON", "Library"]),
        .testTarget(
            name: "ContentPackerTests", dependencies: ["Closeness", "Coach", "ContentPacker", "Insight", "Library"]),
    ]
)
