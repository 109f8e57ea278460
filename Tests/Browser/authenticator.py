"""A device's own authenticator, as Chromium plays it: face, finger or device code without anybody's having one."""


class Authenticator:
    """What the device of a page asks. It says yes until it is told to say no."""

    def __init__(self, page, **options):
        self.session = page.context.new_cdp_session(page)
        self.session.send("WebAuthn.enable")
        usual = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "hasPrf": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        self.id = self._do("addVirtualAuthenticator", options=usual | options)["authenticatorId"]

    def _do(self, name, **fields):
        return self.session.send(f"WebAuthn.{name}", fields)

    def recognise(self, is_known):
        """Whether it knows the face that it sees."""
        self._do("setUserVerified", authenticatorId=self.id, isUserVerified=is_known)

    def forget(self):
        """Somebody removes all passkeys in the device's settings."""
        self._do("clearCredentials", authenticatorId=self.id)

    @property
    def passkeys(self):
        return self._do("getCredentials", authenticatorId=self.id)["credentials"]
