import Bytes
import Wire

/// A named value of an effect, as the shim reads it.
public struct EffectField: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: EffectValue

    init(_ name: String, _ value: EffectValue) {
        self.name = name
        self.value = value
    }
}

/// What a field can hold.
public indirect enum EffectValue: Equatable, Sendable, ExpressibleByBooleanLiteral {
    case text(String)
    case number(Double)
    case flag(Bool)
    case bytes([UInt8])
    case list([EffectValue])
    case object([EffectField])

    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .flag(value) }

    fileprivate static func texts(_ texts: [String]) -> EffectValue { .list(texts.map { .text($0) }) }
    fileprivate static func id(_ id: Identifier) -> EffectValue { .bytes(id.bytes) }
    fileprivate static func authors(_ authors: [Effect.Author]) -> EffectValue {
        .object(authors.map { EffectField($0.account.hex, .bytes($0.key)) })
    }
    fileprivate static func spaces(_ spaces: [Effect.WrappedSpace]) -> EffectValue {
        .list(spaces.map { .object([EffectField("id", .id($0.id)), EffectField("key", .bytes($0.key))]) })
    }
}

extension Effect {
    /// What the shim calls it, and what it needs to know, in order.
    public var wire: (name: EffectName, fields: [EffectField]) {
        switch self {
        case .content(.first): return (.content, [])
        case .content(.rest): return (.content, [EffectField("rest", true)])

        case .http(let method, let path, let upload):
            var fields = [EffectField("method", .text(method.rawValue)), EffectField("path", .text(path))]
            switch upload {
            case .json(let bytes):
                fields += [EffectField("body", .bytes(bytes)), EffectField("type", .text("application/json"))]
            case .binary(let bytes):
                fields += [EffectField("body", .bytes(bytes)), EffectField("type", .text("application/octet-stream"))]
            case nil: break
            }
            return (.http, fields)
        case .readPage(let path, let space, let authors):
            let opening = [EffectField("space", .id(space)), EffectField("authors", .authors(authors))]
            return (
                .http,
                [
                    EffectField("method", .text(Route.Method.get.rawValue)), EffectField("path", .text(path)),
                    EffectField("open", .object(opening)),
                ]
            )
        case .live(let isOpen): return (.live, [EffectField("open", .flag(isOpen))])

        case .timer(let timer, let delay):
            let name = EffectField("name", .text(timer.rawValue))
            return (.timer, delay.map { [name, EffectField("after", .number($0))] } ?? [name])
        case .spaceTimer(let space, let delay):
            return (
                .timer, [EffectField("name", .text(Timer.name(of: space))), EffectField("after", .number(delay))]
            )
        case .navigate(let path, let isReplacing):
            return (.navigate, [EffectField("path", .text(path)), EffectField("replace", .flag(isReplacing))])
        case .goBack: return (.navigate, [EffectField("back", true)])
        case .clearHash: return (.clearHash, [])
        case .title(let text): return (.title, [EffectField("text", .text(text))])
        case .scrollTop: return (.scrollTop, [])
        case .focus(let element): return (.focus, [EffectField("element", .text(element))])
        case .reload: return (.reload, [])
        case .leaveQuickly: return (.leaveQuickly, [])
        case .keepAwake(let isOn): return (.keepAwake, [EffectField("on", .flag(isOn))])
        case .copy(let text): return (.copy, [EffectField("text", .text(text))])
        case .share(let text, let url):
            return (.share, [EffectField("text", .text(text)), EffectField("url", .text(url))])
        case .download(let name, let type, let bytes):
            return (
                .download,
                [
                    EffectField("name", .text(name)), EffectField("type", .text(type)),
                    EffectField("bytes", .bytes(bytes)),
                ]
            )
        case .print: return (.print, [])
        case .printPaper(let style): return (.printPaper, [EffectField("style", .text(style))])
        case .version: return (.version, [])
        case .persist: return (.persist, [])
        case .install: return (.install, [])
        case .applyUpdate: return (.applyUpdate, [])
        case .announce(let text): return (.announce, [EffectField("text", .text(text))])

        case .makeAccount(let passphrase, let rounds):
            return (.makeAccount, [EffectField("passphrase", .text(passphrase))] + Self.target(rounds))
        case .signInSecret(let passphrase, let salt, let rounds):
            return (
                .signInSecret,
                [
                    EffectField("passphrase", .text(passphrase)), EffectField("salt", .bytes(salt)),
                    EffectField("rounds", .number(Double(rounds))),
                ]
            )
        case .openAccount(let person, let signingPrivate, let spaces):
            return (
                .openAccount,
                [EffectField("signingPrivate", .bytes(signingPrivate)), EffectField("spaces", .spaces(spaces))]
                    + person.fields
            )
        case .openSpaces(let spaces): return (.openSpaces, [EffectField("spaces", .spaces(spaces))])
        case .ownKey: return (.ownKey, [])
        case .recoverySecret(let code): return (.recoverySecret, [EffectField("code", .text(code))])
        case .recoverAccount(let person, let passphrase, let rounds):
            return (
                .recoverAccount,
                [EffectField("personByRecovery", .bytes(person)), EffectField("passphrase", .text(passphrase))]
                    + Self.target(rounds)
            )
        case .changePassphrase(let person, let current, let new, let rounds):
            return (
                .changePassphrase,
                [EffectField("current", .text(current)), EffectField("passphrase", .text(new))] + person.fields
                    + Self.target(rounds)
            )
        case .stretchPassphrase(let person, let passphrase, let rounds):
            return (
                .stretchPassphrase,
                [EffectField("passphrase", .text(passphrase))] + person.fields + Self.target(rounds)
            )
        case .newRecoveryCode(let person, let passphrase):
            return (.newRecoveryCode, [EffectField("passphrase", .text(passphrase))] + person.fields)
        case .makeSpace: return (.makeSpace, [])
        case .makeInvitation(let space, let key, let account, let signingPublic, let greeting):
            return (
                .makeInvitation,
                [
                    EffectField("space", .id(space)), EffectField("key", .bytes(key)),
                    EffectField("account", .id(account)),
                    EffectField("signingPublic", .bytes(signingPublic)), EffectField("greeting", .bytes(greeting)),
                ]
            )
        case .readInvitation(let secret): return (.readInvitation, [EffectField("secret", .text(secret))])
        case .openGreeting(let secret, let space, let greeting):
            return (
                .openGreeting,
                [
                    EffectField("secret", .text(secret)), EffectField("space", .id(space)),
                    EffectField("greeting", .bytes(greeting)),
                ]
            )
        case .acceptInvitation(let secret, let invitation, let account, let signingPublic):
            return (
                .acceptInvitation,
                [
                    EffectField("secret", .text(secret)), EffectField("space", .id(invitation.space)),
                    EffectField("key", .bytes(invitation.key)), EffectField("card", .bytes(invitation.card.bytes)),
                    EffectField("mac", .bytes(invitation.mac)), EffectField("account", .id(account)),
                    EffectField("signingPublic", .bytes(signingPublic)),
                ]
            )
        case .verifyCard(let introduction, let space, let secret):
            return (
                .verifyCard,
                [
                    EffectField("secret", .text(Base64URL.encode(secret))), EffectField("space", .id(space)),
                    EffectField("card", .bytes(introduction.card.bytes)), EffectField("mac", .bytes(introduction.mac)),
                    EffectField("role", .number(Double(introduction.role.rawValue))),
                ]
            )
        case .fingerprint(let one, let other, let space):
            return (
                .fingerprint,
                [EffectField("cards", .list([.bytes(one), .bytes(other)])), EffectField("space", .id(space))]
            )

        case .sealCopy(let content, let passphrase):
            return (.sealCopy, [EffectField("passphrase", .text(passphrase)), EffectField("bytes", .bytes(content))])
        case .openCopy(let file, let passphrase):
            return (.openCopy, [EffectField("passphrase", .text(passphrase)), EffectField("bytes", .bytes(file))])

        case .seal(let space, let header, let body, let sealName, let record):
            let fields = [
                EffectField("space", .id(space)), EffectField("header", .bytes(header)),
                EffectField("body", .bytes(body)), EffectField("keep", .object(record.fields)),
            ]
            return (.seal, sealName.map { fields + [EffectField("sealName", .text($0))] } ?? fields)
        case .open(let space, let envelopes, let authors):
            return (
                .open,
                [
                    EffectField("space", .id(space)),
                    EffectField("authors", .authors(authors)),
                    EffectField("envelopes", .list(envelopes.map { .bytes($0) })),
                ]
            )
        case .sealIDs(let space, let names):
            return (.sealIds, [EffectField("space", .id(space)), EffectField("names", .texts(names))])
        case .matchTokens(let space, let topic, let items):
            return (.matchTokens, Self.matching(space, topic, items))
        case .matchList(let space, let topic, let items): return (.matchList, Self.matching(space, topic, items))

        case .store(let puts, let deletions, let isQuiet):
            let fields = [
                EffectField("put", .list(puts.map { .object($0.fields) })),
                EffectField("delete", .list(deletions.map { .object($0.fields) })),
            ]
            return (.store, isQuiet ? fields + [EffectField("quiet", true)] : fields)
        case .load(let store): return (.load, [EffectField("store", .text(store.rawValue))])
        case .forget: return (.forget, [])
        case .forgetLeavingSession: return (.forgetLeavingSession, [])
        case .endLeftSession: return (.endLeftSession, [])
        case .lock(let person, let code, let passphrase):
            return (
                .lock, [EffectField("code", .text(code)), EffectField("passphrase", .text(passphrase))] + person.fields
            )
        case .unlock(let code): return (.unlock, [EffectField("code", .text(code))])
        case .lockNow: return (.lockNow, [])
        case .unlockOff(let person, let proof):
            return (.unlockOff, [EffectField("proof", .text(proof))] + person.fields)
        case .prove(let person, let proof): return (.prove, [EffectField("proof", .text(proof))] + person.fields)
        case .lockState: return (.lockState, [])
        case .passkeyState: return (.passkeyState, [])
        case .passkeyOn(let person, let passphrase, let name):
            return (
                .passkeyOn,
                [EffectField("passphrase", .text(passphrase)), EffectField("called", .text(name))] + person.fields
            )
        case .passkeyOff(let person): return (.passkeyOff, person.fields)
        case .unlockByPasskey: return (.unlockByPasskey, [])
        case .proveByPasskey: return (.proveByPasskey, [])
        case .unlockOffByPasskey: return (.unlockOffByPasskey, [])
        case .photos(let work): return work.wire
        }
    }

    /// How many rounds a passphrase is to have from now on.
    private static func target(_ rounds: Int) -> [EffectField] { [EffectField("target", .number(Double(rounds)))] }

    private static func matching(_ space: Identifier, _ topic: String, _ items: [String]) -> [EffectField] {
        [EffectField("space", .id(space)), EffectField("topic", .text(topic)), EffectField("items", .texts(items))]
    }
}

extension Effect.WrappedPerson {
    fileprivate var fields: [EffectField] {
        [
            EffectField("personByPassphrase", .bytes(key)), EffectField("salt", .bytes(salt)),
            EffectField("rounds", .number(Double(rounds))),
        ]
    }
}

extension Effect.KeptRecord {
    fileprivate var fields: [EffectField] { key.fields + [EffectField("bytes", .bytes(bytes))] }
}

extension Effect.RecordKey {
    fileprivate var fields: [EffectField] {
        [EffectField("store", .text(store.rawValue)), EffectField("key", .text(key))]
    }
}
