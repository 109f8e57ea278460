/// The version of this build, told by `hearth --version` and by the relay's `/health`.
let hearthVersion = "0.1.0"
