// swift-tools-version: 6.2
import PackageDescription

// How the coach is taught. A package of its own, so that building Hearth builds none of it.

let package = Package(
    name: "hearth-training",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "hearth", path: "..")],
    targets: [
        .executableTarget(
            name: "coach-train", dependencies: [.product(name: "Rooms", package: "hearth")], path: "Coach")
    ]
)
