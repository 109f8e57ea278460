import Bytes
import Wire

/// A part of the content.
public enum ContentPart: Equatable, Sendable {
    /// What Today needs.
    case first
    /// What nobody waits for: signs, conversations, what there is to read, dates, journeys.
    case rest
}

/// Something only a browser can do, asked for as data. What answers there are stands with ``Request``.
public enum Effect: Equatable, Sendable {
    /// Fetches a part of the content; with the first part comes the rest of the code.
    case content(ContentPart)

    // MARK: The network

    /// Asks this origin for a path.
    case http(Route.Method, path: String, Upload? = nil)
    /// Asks the relay for a page of a space's entries. When nothing follows it, its envelopes are opened by their authors' public
    /// keys in the same trip; while more pages come, a page is better opened as the next one is on its way.
    case readPage(path: String, space: Identifier, authors: [Author])
    /// Opens or closes the relay's live stream.
    case live(isOpen: Bool)

    // MARK: The page

    /// Lets a timer run out after so many milliseconds, instead of when it would have; nil stops it.
    case timer(Timer, after: Double?)
    /// Lets a space's own timer run out after so many milliseconds, instead of when it would have.
    case spaceTimer(Identifier, after: Double)
    /// Goes to a path.
    case navigate(path: String, isReplacing: Bool)
    /// Goes back one step in the history.
    case goBack
    /// Takes the fragment out of the address.
    case clearHash
    /// Says what the page is called, in the window's title.
    case title(String)
    /// Shows the page's beginning.
    case scrollTop
    /// Puts the keyboard's focus on the element of that id.
    case focus(String)
    /// Loads the whole page anew.
    case reload
    /// Goes somewhere harmless at once.
    case leaveQuickly
    /// Keeps the screen from going dark, or lets it again. Where a browser can't, nothing happens.
    case keepAwake(Bool)
    /// Puts a text on the clipboard.
    case copy(String)
    /// Offers a text and an address to other apps.
    case share(text: String, url: String)
    /// Saves a file.
    case download(name: String, type: String, bytes: [UInt8])
    /// Prints the page.
    case print
    /// Prints the page in looks of its own.
    case printPaper(style: String)
    /// Asks which version of the page this is.
    case version
    /// Asks the browser not to clear what the page keeps.
    case persist
    /// Installs Hearth as an app, if the browser has offered to.
    case install
    /// Lets the newer version in that waits.
    case applyUpdate
    /// Reads a text out to whoever listens to the page.
    case announce(String)

    // MARK: Keys

    /// Makes the keys of a new account.
    case makeAccount(passphrase: String, rounds: Int = PassphraseRounds.now)
    /// Derives the secret that signs in. The wrap key that goes with it is kept until the account is opened.
    case signInSecret(passphrase: String, salt: [UInt8], rounds: Int = PassphraseRounds.fewest)
    /// Opens an account's keys with what the passphrase or the recovery code typed last gave.
    case openAccount(WrappedPerson, signingPrivate: [UInt8], spaces: [WrappedSpace])
    /// Opens the keys of further spaces.
    case openSpaces([WrappedSpace])
    /// Works out the public half of one's own signing key from the private one, which only the person key opens.
    case ownKey
    /// Derives the secret of a recovery code.
    case recoverySecret(code: String)
    /// Wraps the person key under a new passphrase and a new recovery code, by the recovery code given last.
    case recoverAccount(personByRecovery: [UInt8], passphrase: String, rounds: Int)
    /// Wraps the person key under a new passphrase and a new recovery code, by the current passphrase.
    case changePassphrase(WrappedPerson, current: String, new: String, rounds: Int)
    /// Stretches the passphrase that somebody has by more rounds.
    case stretchPassphrase(WrappedPerson, passphrase: String, rounds: Int)
    /// Makes a new recovery code.
    case newRecoveryCode(WrappedPerson, passphrase: String)
    /// Makes a new space's id and key.
    case makeSpace
    /// Makes an invitation into a space, with a packed greeting.
    case makeInvitation(
        space: Identifier, key: [UInt8], account: Identifier, signingPublic: [UInt8], greeting: [UInt8])
    /// Finds what an invitation's secret is looked up by.
    case readInvitation(secret: String)
    /// Opens the greeting of an invitation.
    case openGreeting(secret: String, space: Identifier, greeting: [UInt8])
    /// Checks an invitation and makes the space's key one's own.
    case acceptInvitation(secret: String, OpenInvitationAnswer, account: Identifier, signingPublic: [UInt8])
    /// Checks whether a card was signed with the secret of an invitation.
    case verifyCard(MemberRecord.Introduction, space: Identifier, secret: [UInt8])
    /// Makes the number of two cards that is compared in a space.
    case fingerprint([UInt8], [UInt8], space: Identifier)
    /// Encrypts a copy of everything under a passphrase of its own.
    case sealCopy([UInt8], passphrase: String)
    /// Opens such a copy.
    case openCopy([UInt8], passphrase: String)

    // MARK: Envelopes

    /// Makes an envelope; the header gets the id of the seal when one is named. Keeps it in a record, whose bytes it follows,
    /// then its hash, each with its count in eight bytes before it. What is to be stored after this is stored after it.
    case seal(space: Identifier, header: [UInt8], body: [UInt8], sealName: String?, keep: KeptRecord)
    /// Opens envelopes by their authors' public keys.
    case open(space: Identifier, envelopes: [[UInt8]], authors: [Author])
    /// Makes the ids that stand for names of seals.
    case sealIDs(space: Identifier, names: [String])
    /// Makes the tokens that stand for items of a topic, in their order.
    case matchTokens(space: Identifier, topic: String, items: [String])
    /// Makes the padded and shuffled list of such tokens.
    case matchList(space: Identifier, topic: String, items: [String])

    // MARK: This device

    /// Puts and deletes records, all or none. Hearth in other tabs looks for what is new unless this is quiet.
    case store(put: [KeptRecord], delete: [RecordKey], isQuiet: Bool)
    /// Reads all records of a store.
    case load(Store)
    /// Forgets the person, their keys and all that was kept.
    case forget
    /// The same, and has the session end as soon as the relay can hear of it.
    case forgetLeavingSession
    /// Has the session end that was left so.
    case endLeftSession
    /// Puts the keys on this device under a code.
    case lock(WrappedPerson, code: String, passphrase: String)
    /// Opens the keys with the code.
    case unlock(code: String)
    /// Puts the keys away, as if Hearth had just been opened.
    case lockNow
    /// Takes the lock off, for whoever knows its code or the passphrase.
    case unlockOff(WrappedPerson, proof: String)
    /// Finds out whether somebody knows the passphrase or the lock's code.
    case prove(WrappedPerson, proof: String)
    /// Asks whether the lock is on.
    case lockState
    /// Asks whether a passkey opens the keys here, and whether one could.
    case passkeyState
    /// Makes a passkey that opens the keys here, for whoever knows the passphrase; the device calls it by a name.
    case passkeyOn(WrappedPerson, passphrase: String, name: String)
    /// Ends it.
    case passkeyOff(WrappedPerson)
    /// Opens the keys with it.
    case unlockByPasskey
    /// Finds out whether somebody can use it.
    case proveByPasskey
    /// Takes the lock off, for whoever can.
    case unlockOffByPasskey
    /// Something about photos.
    case photos(PhotoWork)

    // MARK: What goes with them

    /// What a request carries.
    public enum Upload: Equatable, Sendable {
        case json([UInt8])
        case binary([UInt8])

        /// JSON, or nothing when there is none.
        static func body(_ bytes: [UInt8]) -> Upload? { bytes.isEmpty ? nil : .json(bytes) }
    }

    /// A space's key as the relay keeps it.
    public struct WrappedSpace: Equatable, Sendable {
        /// The space.
        public let id: Identifier
        /// Its key, wrapped under the person key.
        public let key: [UInt8]

        /// The key in the relay's record of a space.
        public init(_ record: SpaceRecord) {
            id = record.id
            key = record.key
        }

        /// The key of a space that was just made.
        public init(_ new: CreateSpaceRequest) {
            id = new.id
            key = new.key
        }
    }

    /// The person key as the passphrase wraps it.
    public struct WrappedPerson: Equatable, Sendable {
        /// The wrapped key.
        public let key: [UInt8]
        /// What the wrap key is derived with, besides the passphrase.
        public let salt: [UInt8]
        /// How many rounds the passphrase is stretched by.
        public let rounds: Int

        /// The key in the relay's record of an account.
        public init(_ account: AccountRecord) {
            key = account.personByPassphrase
            salt = account.salt
            rounds = account.rounds
        }

        /// The key of an account that was just made.
        public init(_ new: CreateAccountRequest) {
            key = new.personByPassphrase
            salt = new.salt
            rounds = new.rounds
        }
    }

    /// Who may have signed an envelope.
    public struct Author: Equatable, Sendable {
        /// The account.
        public let account: Identifier
        /// Its public signing key.
        public let key: [UInt8]

        /// An author.
        public init(account: Identifier, key: [UInt8]) {
            self.account = account
            self.key = key
        }
    }

    /// A part of what this device keeps.
    public enum Store: String, CaseIterable, Sendable {
        case records, segments, outbox
    }

    /// Under what a record is kept.
    public struct RecordKey: Equatable, Sendable {
        /// In which store.
        public let store: Store
        /// Its name there.
        public let key: String

        /// A record's place.
        public init(_ store: Store, _ key: String) {
            self.store = store
            self.key = key
        }
    }

    /// A record to be kept.
    public struct KeptRecord: Equatable, Sendable {
        /// Under what.
        public let key: RecordKey
        /// What stands in it.
        public let bytes: [UInt8]

        /// A record.
        public init(_ store: Store, _ key: String, _ bytes: [UInt8]) {
            self.key = RecordKey(store, key)
            self.bytes = bytes
        }
    }
}
