/// The version of this build, told by `hearth --version`.
let hearthVersion = "0.1.0"
