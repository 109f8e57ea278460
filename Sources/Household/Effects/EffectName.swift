/// The effects by the names that the shim's table has for them (`Web/shim/effects.js`).
public enum EffectName: String, CaseIterable, Sendable {
    // later.js
    case content
    // network.js
    case http, live
    // page.js
    case timer
    case navigate, clearHash, title, scrollTop, focus, reload, leaveQuickly
    case copy, share, print
    case version, persist, install, applyUpdate
    case announce
    // vault.js, pairing.js, ways-in.js, lock.js
    case makeAccount, signInSecret, openAccount, openSpaces, ownKey, recoverySecret, recoverAccount
    case changePassphrase, stretchPassphrase, newRecoveryCode
    case makeSpace, makeInvitation, readInvitation, openGreeting, acceptInvitation, verifyCard, fingerprint
    case seal, open, sealIds, matchTokens, matchList
    case store, load
    case forget, lock, unlock, lockNow, unlockOff, lockState, prove
    // passkey.js
    case passkeyState, passkeyOn, passkeyOff, unlockByPasskey, proveByPasskey, unlockOffByPasskey
    // session.js
    case forgetLeavingSession, endLeftSession
    // awake.js, files.js, paper.js
    case keepAwake, download, printPaper
    // copies.js
    case sealCopy, openCopy
    // photos.js
    case choosePhotos, sendPhotos, showPhotos, forgetPhotos, savePhoto, preparePhoto, releasePhotos, saveWithPhotos
}
