/// What guessers try first: passphrases that turn up in every leaked list, and the words that people build theirs from.
enum CommonPassphrases {
    /// How early it is tried, 0 being first; nil when it is not among them. `word` is in small ASCII letters.
    static func rank(_ word: ArraySlice<UInt8>) -> Int? {
        ranks[String(decoding: word, as: UTF8.self)]
    }

    private static let ranks: [String: Int] = {
        var ranks: [String: Int] = [:]
        for (rank, word) in list.split(separator: " ").enumerated() where ranks[String(word)] == nil {
            ranks[String(word)] = rank
        }
        return ranks
    }()

    /// Roughly by how often they are found.
    private static let list = """
        password iloveyou passphrase letmein welcome admin qwerty monkey dragon sunshine princess football baseball \
        superman batman master shadow michael jordan charlie love hello secret whatever freedom trustno starwars \
        computer summer winter spring autumn flower lovely family forever angel baby honey sweetheart darling \
        sweetie hearth closer together partner husband wife couple marriage wedding kiss heart happy ilove loveyou \
        lovers mylove us two home house mother father mum dad child children daughter son friend friends \
        jessica ashley daniel thomas robert anna maria emma olivia sophie george oliver jack harry james william \
        david john peter paul mark anthony andrew joshua matthew alexander christian laura julia sarah hannah \
        nicole amanda jennifer michelle melissa stephanie elizabeth charlotte chocolate cookie banana orange \
        apple cherry strawberry coffee pizza cheese pepper butter ginger tiger lion bear wolf eagle horse dog cat \
        puppy kitty kitten fish bird rabbit turtle panda buster max bella lucky lucy molly daisy rocky toby oscar \
        milo simba coco red blue green black white pink purple yellow silver golden gold brown grey \
        january february march april may june july august september october november december monday tuesday \
        wednesday thursday friday saturday sunday today tomorrow yesterday morning evening night london paris \
        berlin england america europe chelsea arsenal liverpool manchester barcelona madrid juventus milan \
        hunter ranger soccer hockey tennis guitar music pokemon naruto matrix hammer killer soldier ninja pirate \
        king queen prince angel devil jesus christ god heaven blessed grace faith hope trust peace joy life live \
        open sesame enter access login user guest test testing change changeme default temp security private \
        abc pass word one two three four five six seven eight nine ten the and for you me my mine your our we are is \
        was not this that with from have will can all new old big little good bad best great super mega cool nice hot \
        sexy beautiful pretty sun moon star sky rain snow sea ocean river lake mountain forest tree rose lily garden \
        fire water earth wind storm light dark magic dream dreams smile laugh always never ever time world money work
        """
}
