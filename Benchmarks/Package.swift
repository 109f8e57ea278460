// swift-tools-version: 6.2
import PackageDescription

// What Hearth is measured with. A package of its own, so that building Hearth builds none of it.

/// The rooms of Hearth that are measured.
let rooms = Target.Dependency.product(name: "Rooms", package: "hearth")

let package = Package(
    name: "hearth-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "hearth", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // Without its traits, which count allocations and need more libraries.
        .package(url: "https://github.com/ordo-one/package-benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "SeededRandom"),
        .executableTarget(
            name: "insight-bench", dependencies: ["SeededRandom", rooms], path: "Sources/Insight"),
        .executableTarget(
            name: "advice-bench", dependencies: ["SeededRandom", rooms], path: "Sources/Advice"),
        .executableTarget(
            name: "hello-bench", dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
            path: "Sources/Hello"),
        // package-benchmark looks for its targets in a folder named Benchmarks, which is this one.
        .executableTarget(
            name: "engines", dependencies: [rooms, .product(name: "Benchmark", package: "package-benchmark")],
            path: "Engines", plugins: [.plugin(name: "BenchmarkPlugin", package: "package-benchmark")]),
    ]
)
