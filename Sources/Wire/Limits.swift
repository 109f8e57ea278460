/// The protocol's limits (docs/protocol.md, *Limits*). Sizes are bytes, times are milliseconds.
public enum Limits {
    /// The largest envelope.
    public static let envelopeBytes = 64 * 1024
    /// The largest body of an entry, before padding, that still fits an envelope.
    public static let bodyBytes = 63_484
    /// The most envelopes in a batch.
    public static let batchEnvelopes = 512
    /// The largest batch.
    public static let batchBytes = 4 * 1024 * 1024
    /// The largest blob: what a photo of 2,048 pixels takes at most, encrypted.
    public static let blobBytes = 2 * 1024 * 1024
    /// The largest JSON body of a request.
    public static let jsonBytes = 64 * 1024
    /// The most items in a page.
    public static let pageItems = 512
    /// A page is closed once its items reach this size; the last item may go beyond.
    public static let pageBytes = 1024 * 1024
    /// Tries at signing in or recovering, per name and per address, within `signInWindow`.
    public static let signInTries = 10
    /// How long a try at signing in counts.
    public static let signInWindow: Int64 = 15 * 60 * 1000
    /// New accounts from one address within `accountWindow`.
    public static let accounts = 20
    /// How long a new account counts against its address.
    public static let accountWindow: Int64 = 60 * 60 * 1000
    /// Open invitations of one space.
    public static let openInvitations = 5
    /// Invitations of one space that are remembered, also those that can't be accepted any more.
    public static let keptInvitations = 50
    /// How long an invitation that ran out or was taken back is remembered after its time.
    public static let invitationMemory: Int64 = 30 * day
    /// How long an invitation stays open.
    public static let invitationLife: Int64 = 7 * day
    /// Tokens in a match list: always exactly this many.
    public static let matchTokens = 64
    /// How long a match list counts against the number of topics.
    public static let matchInterval: Int64 = day
    /// How long match lists are kept: beyond the end of any week they could be for.
    public static let matchMemory: Int64 = 60 * day
    /// Topics for which one member may put a list within `matchInterval`.
    public static let matchTopics = 8
    /// Live streams of one account.
    public static let streams = 8
    /// Live streams to one address.
    public static let addressStreams = 512
    /// Connections of one address.
    public static let addressConnections = 1024
    /// Bytes that the large requests and answers of one account may hold while they are under way.
    public static let accountHeldBytes = 64 * 1024 * 1024
    /// Bytes of the same for one address.
    public static let addressHeldBytes = 128 * 1024 * 1024
    /// Bytes of batches and blobs that one address may send within `addressWindow`.
    public static let addressBytes = 256 * 1024 * 1024
    /// How long what an address has sent counts.
    public static let addressWindow: Int64 = 60 * 60 * 1000
    /// Bytes that one member may keep in one space. Each entry counts `entryOverhead` beside its own, also once it is erased;
    /// each blob as long as it is there.
    public static let memberBytes: Int64 = 256 * 1024 * 1024
    /// Bytes that one account may keep in all its spaces.
    public static let accountBytes: Int64 = 384 * 1024 * 1024
    /// What an entry needs beside its bytes, roughly.
    public static let entryOverhead: Int64 = 256
    /// Sealed entries of one member in one space that may wait for the other's.
    public static let withheldEntries = 4096
    /// Bytes of the same.
    public static let withheldBytes: Int64 = 16 * 1024 * 1024
    /// Spaces of one account, closed ones among them.
    public static let spaces = 64
    /// Sessions of one account: one more ends the one that was not used for longest.
    public static let sessions = 32
    /// How long a session lives after its last use.
    public static let sessionLife: Int64 = 90 * day
    /// How long the name of an account that was deleted stays taken.
    public static let nameRest: Int64 = 90 * day
    /// How long a session lives from its beginning, however often it is used.
    public static let sessionSpan: Int64 = 400 * day
    /// How long both may open a space again that one of them has left.
    public static let reopening: Int64 = 14 * day
    /// The largest statement with which one says so: an envelope of a short body.
    public static let statementBytes = 1024
    /// Members of a shared space.
    public static let sharedMembers = 2

    /// A day.
    public static let day: Int64 = 24 * 60 * 60 * 1000
}
