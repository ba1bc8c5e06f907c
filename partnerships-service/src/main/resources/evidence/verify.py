#!/usr/bin/env python3
"""Verifies an evidence bundle without the registry: verify.py [FOLDER], by default the folder that it lies in.

Needs Python 3.8 or later and, for signatures by key, the command line of OpenSSL 3. Prints a line for each check: "ok",
"note" for what cannot be checked here, "WRONG". Ends with OK and exit code 0, or with what is wrong and exit code 1.

This file could have been altered with the rest. Whoever wants to be sure takes it from the registry's sources.
"""
import base64, decimal, hashlib, json, os, subprocess, sys, tempfile

FORMAT = 1
ALGORITHMS = {"ES256": ("EC", "P-256"), "EdDSA": ("OKP", "Ed25519"), "PS256": ("RSA", None)}
AGREED = ("AGREED", "IN_FORCE", "REPLACED", "ENDED")


class Wrong(Exception):
    """Something that does not hold."""


class Report:
    def __init__(self):
        self.wrong = []

    def check(self, what, checking, *arguments):
        """Does a check, which says more about what holds, or raises."""
        try:
            more = checking(*arguments)
            print("ok    " + what + (": " + more if more else ""))
        except (Wrong, KeyError, TypeError, ValueError, AttributeError, IndexError, OSError, RecursionError) as failure:
            reason = str(failure) if isinstance(failure, Wrong) else "cannot be read, %r" % failure
            self.wrong.append(what + ": " + reason)
            print("WRONG " + self.wrong[-1])

    @staticmethod
    def note(text):
        print("note  " + text)


# JSON in the form of RFC 8785

def number(value):
    """As RFC 8785 writes it: the way of JavaScript."""
    sign, digits, exponent = decimal.Decimal(repr(value)).as_tuple()
    point = len(digits) + exponent
    digits = "".join(map(str, digits)).rstrip("0")
    count = len(digits)
    if count == 0:
        return "0"
    if count <= point <= 21:
        text = digits + "0" * (point - count)
    elif 0 < point <= 21:
        text = digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        fraction = "." + digits[1:] if count > 1 else ""
        text = "%s%se%+d" % (digits[0], fraction, point - 1)
    return "-" * sign + text


def canonical(value):
    """RFC 8785: keys sorted by UTF-16, no white space."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def once(pairs):
    members = dict(pairs)
    require(len(members) == len(pairs), "a member is there twice")
    return members


def parse(data):
    return json.loads(data.decode("utf-8"), object_pairs_hook=once)


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else canonical(data).encode()).hexdigest()


def require(holds, otherwise):
    if not holds:
        raise Wrong(otherwise)


def key(party):
    return party["type"] + ":" + party["id"]


def instant(text):
    """An instant in UTC as something that can be compared, whatever the number of its decimals."""
    whole, _, fraction = text[:-1].partition(".")
    require(text.endswith("Z") and len(whole) == 19, "%s is no instant in UTC" % text)
    return whole, fraction.ljust(9, "0")


# Keys and signatures

def unbase64(text):
    """Base64url without padding, in the one way to write it."""
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    require(base64url(data) == text, "is not base64url without padding")
    return data


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def der(tag, content):
    size = len(content)
    head = bytes([size]) if size < 128 else None
    if head is None:
        digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
        head = bytes([128 + len(digits)]) + digits
    return bytes([tag]) + head + content


def der_integer(data):
    value = int.from_bytes(data, "big")
    return der(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def public_key(jwk):
    """The DER of a SubjectPublicKeyInfo, made of a JSON Web Key."""
    numbers = {name: unbase64(jwk[name]) for name in ("x", "y", "n", "e") if name in jwk}
    if jwk["kty"] == "EC":
        algorithm = bytes.fromhex("06072a8648ce3d020106082a8648ce3d030107")
        bits = b"\4" + numbers["x"] + numbers["y"]
    elif jwk["kty"] == "OKP":
        algorithm = bytes.fromhex("06032b6570")
        bits = numbers["x"]
    else:
        algorithm = bytes.fromhex("06092a864886f70d0101010500")
        bits = der(48, der_integer(numbers["n"]) + der_integer(numbers["e"]))
    return der(48, der(48, algorithm) + der(3, b"\0" + bits))


def unpem(text):
    first, *lines, last = text.decode("ascii").strip().split("\n")
    require((first, last) == ("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----"), "the key is no PEM")
    return base64.b64decode("".join(lines), validate=True)


def openssl(algorithm, pem, signing_input, signature):
    """Whether the signature is over the input, as the openssl command says."""
    if algorithm == "ES256":
        require(len(signature) == 64, "the signature has not the length of one by ES256")
        signature = der(48, der_integer(signature[:32]) + der_integer(signature[32:]))
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, data in (("key", pem), ("input", signing_input), ("signature", signature)):
            paths[name] = os.path.join(folder, name)
            with open(paths[name], "wb") as file:
                file.write(data)
        if algorithm == "EdDSA":
            command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", paths["key"], "-rawin",
                       "-in", paths["input"], "-sigfile", paths["signature"]]
        else:
            pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32", "-sigopt", "rsa_mgf1_md:sha256"]
            command = ["openssl", "dgst", "-sha256", *(pss if algorithm == "PS256" else []), "-verify", paths["key"],
                       "-signature", paths["signature"], paths["input"]]
        try:
            done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        except FileNotFoundError:
            raise Wrong("cannot be checked: there is no openssl command here") from None
        return done.returncode == 0


# The bundle

class Bundle:
    def __init__(self, folder):
        self.folder = folder
        self.manifest = parse(self.read("manifest.json"))
        require(self.manifest["formatVersion"] == FORMAT, "this is no bundle of format %d" % FORMAT)
        self.files = {file["name"]: file for file in self.manifest["files"]}
        self.insider = self.manifest["audience"] == "INSIDERS"

    def read(self, name):
        require(not os.path.isabs(name) and ".." not in name.replace("\\", "/").split("/"), "%r is no name" % name)
        with open(os.path.join(self.folder, *name.split("/")), "rb") as file:
            return file.read()

    def listed(self, name):
        """The bytes of a file that the manifest has."""
        require(name in self.files, "%s is not in the manifest" % name)
        return self.read(name)

    def json(self, name):
        return parse(self.listed(name))

    def file(self, name):
        file, data = self.files[name], self.read(name)
        require(len(data) == file["size"], "has %d bytes, not the %d of the manifest" % (len(data), file["size"]))
        require(sha256(data) == file["sha256"], "has not the SHA-256 of the manifest")

    def others(self):
        """Files that are no part of the bundle."""
        for path, folders, names in os.walk(self.folder):
            folders[:] = [name for name in folders if name != "__pycache__"]
            for name in names:
                relative = os.path.relpath(os.path.join(path, name), self.folder).replace(os.sep, "/")
                if relative not in self.files and relative != "manifest.json":
                    yield relative

    def text(self):
        data = self.listed("canonical-form.json")
        digest = self.manifest["digest"]
        require(digest["algorithm"] == "jcs-sha256-v1", "its digest is by another algorithm")
        require(sha256(data) == digest["value"], "its SHA-256 is not the digest %s" % digest["value"])
        require(canonical(parse(data)).encode() == data, "it is not in the form of RFC 8785")
        said = self.listed("digest.txt").decode("ascii")
        require(said == digest["value"] + "  canonical-form.json\n", "digest.txt names another digest")
        return "revision %d has the digest %s" % (self.manifest["revision"], digest["value"])

    def convention(self):
        shown = self.json("convention.json")
        for name, named in (("id", "conventionId"), ("code", "code"), ("version", "version")):
            require(shown[name] == self.manifest[named], "its %s is another than that of the manifest" % name)
        if shown["revision"] != self.manifest["revision"]:
            return "it shows revision %d, which is the one that counts" % shown["revision"]
        require(shown["digest"] == self.manifest["digest"], "it names another digest")
        return "it shows this revision"

    def names_this_text(self, act):
        require(act["revision"] == self.manifest["revision"], "%s means another revision" % key(act["party"]))
        require(act["digest"] == self.manifest["digest"]["value"], "%s means another digest" % key(act["party"]))

    def parties(self, *roles):
        form = self.json("canonical-form.json")
        return [key(entry["party"]) for entry in form["parties"] if set(entry["roles"]) & set(roles)]

    def approvals(self):
        approvals = self.json("approvals.json")
        for approval in approvals:
            self.names_this_text(approval)
        given = {key(approval["party"]) for approval in approvals}
        missing = [party for party in self.parties("PARTY", "SIGNATORY") if party not in given]
        require(not missing or self.manifest["state"] not in AGREED, "it is agreed, and %s has not approved it" % missing)
        return "%d name this digest%s" % (len(approvals), "; missing are %s" % missing if missing else "")

    def signatures(self):
        signatures = self.json("signatures.json")
        for signature in signatures:
            self.names_this_text(signature)
        given = [key(signature["party"]) for signature in signatures]
        require(len(set(given)) == len(given), "a party signs twice")
        by_key = sorted(key(signature["party"]) for signature in signatures if signature["method"] == "JWS")
        listed = sorted(key(signature["party"]) for signature in self.manifest["signatures"])
        require(by_key == listed, "the manifest lists other signatures by key")
        missing = [party for party in self.parties("SIGNATORY") if party not in given]
        return "%d name this digest%s" % (len(signatures), "; missing are %s" % missing if missing else "")

    def signature(self, listed):
        signature = next((one for one in self.json("signatures.json") if one["party"] == listed["party"]), None)
        require(signature is not None, "it is not in signatures.json")
        jws = self.listed(listed["file"]).decode("ascii")
        require(jws == signature["jws"], "%s is not the signature of signatures.json" % listed["file"])
        header, payload, mark = jws.split(".")
        said = parse(unbase64(header))
        jwk = self.key(listed, signature)
        require(payload == "", "it is not detached")
        require(said["alg"] == signature["algorithm"] == jwk["alg"], "it is by another algorithm than its key")
        require(said["kid"] == signature["kid"] == jwk["kid"], "it names another key")
        require(said.get("convention", self.manifest["conventionId"]) == self.manifest["conventionId"],
                "it is of another convention")
        require(said.get("revision", self.manifest["revision"]) == self.manifest["revision"], "it is of another revision")
        text = self.listed("canonical-form.json")
        if ("b64" in said) or ("crit" in said):
            require(said.get("crit") == ["b64"] and isinstance(said.get("b64"), bool), "its header is not understood")
        encoded = text if said.get("b64") is False else base64url(text).encode()
        pem = self.listed(listed["key"])
        require(openssl(jwk["alg"], pem, header.encode() + b"." + encoded, unbase64(mark)), "it does not verify")
        return "%s, key %s, valid at %s" % (jwk["alg"], jwk["kid"], signature["at"])

    def key(self, listed, signature):
        """The key of the signature, in the history of its owner's keys and as PEM."""
        require("key" in listed, "its key is not in this bundle")
        history = self.json(listed["keyHistory"])
        require(history["party"] == listed["keyOwner"], "the key history is of another party")
        jwk = next((one for one in history["keys"] if one["kid"] == signature["kid"]), None)
        require(jwk is not None, "the key %s is not in %s" % (signature["kid"], listed["keyHistory"]))
        require((jwk["kty"], jwk.get("crv")) == ALGORITHMS[jwk["alg"]], "the key is of another type than its algorithm")
        require(unpem(self.listed(listed["key"])) == public_key(jwk), "%s is another key" % listed["key"])
        at = instant(signature["at"])
        valid = instant(jwk["validFrom"]) <= at and ("validTo" not in jwk or at < instant(jwk["validTo"]))
        require(valid, "the key %s was not valid at %s" % (jwk["kid"], signature["at"]))
        return jwk

    def attachments(self):
        """The files that belong to the text, which is all of them for insiders."""
        digests = {attached["id"]: attached["digest"] for attached in self.json("convention.json")["attachments"]}
        bundled = {}
        for file in self.files.values():
            if "attachmentId" in file:
                require(digests.get(file["attachmentId"]) == file["sha256"],
                        "%s is not the file that the convention has" % file["name"])
                bundled[file["attachmentId"]] = file["sha256"]
        annexes = set(self.json("canonical-form.json").get("annexes", []))
        scans = {one["attachmentId"] for one in self.json("signatures.json") if "attachmentId" in one}
        missing = sorted(annexes - set(bundled.values())) + sorted(scans - set(bundled))
        require(not missing or not self.insider, "missing are %s" % missing)
        for name in missing:
            Report.note("the file %s is private, and not in this bundle" % name)
        return "%d files; annexes of the text: %d, signatures in ink: %d" % (len(bundled), len(annexes), len(scans))

    def history(self):
        lines = self.listed("history.ndjson").split(b"\n")
        require(lines.pop() == b"", "its last line is not whole")
        chain = Chain(self.manifest)
        for line in lines:
            chain.follow(parse(line))
        return chain.end()

    def course(self):
        """Whether the history tells what approvals.json and signatures.json do."""
        chain = Chain(self.manifest)
        for line in self.listed("history.ndjson").splitlines():
            chain.follow(parse(line))
        if chain.then is None:
            return "the history does not tell of this revision"
        for name in ("approvals", "signatures"):
            acts = [{member: act[member] for member in act if member != "by"} for act in self.json(name + ".json")]
            require(canonical(chain.then.get(name, [])) == canonical(acts), "the history tells of other %s" % name)
        require(chain.then["digest"] == self.manifest["digest"], "the history tells of another digest")
        return "digest, approvals and signatures are those of version %d" % chain.then["version"]


class Chain:
    """The hash chain of the convention's history. Who sees a part of it sees the versions of that part."""

    def __init__(self, manifest):
        self.manifest = manifest
        self.before, self.count = None, 0
        # What the record was after the last item, as long as all before are known; and when it last had this revision.
        self.state, self.then = {}, None

    def follow(self, item):
        claimed, version = item.pop("hash"), item["version"]
        private = item.pop("privateChanges", None)
        require(sha256(item) == claimed, "version %s has not its hash" % version)
        require(private is None or sha256(private) == item.get("privateChangesDigest"),
                "the privateChanges of version %s have not their digest" % version)
        require(item["subject"] == {"type": "CONVENTION", "id": self.manifest["conventionId"]},
                "version %s is of another record" % version)
        require(self.before is None or self.before[0] < version <= self.manifest["version"],
                "version %s is not where it belongs" % version)
        follows = self.before is not None and self.before[0] + 1 == version
        require(not follows or item.get("previousHash") == self.before[1],
                "version %s does not follow the one before" % version)
        require((version == 1) != ("previousHash" in item), "version %s is no beginning" % version)
        self.apply(item, follows or version == 1)
        self.before, self.count = (version, claimed), self.count + 1

    def apply(self, item, whole):
        if not whole or self.state is None:
            self.state = None
            return
        for change in item["changes"]:
            *path, last = (name.replace("~1", "/").replace("~0", "~") for name in change["pointer"].split("/")[1:])
            target = self.state
            for name in path:
                target = target[name]
            if "to" in change:
                target[last] = change["to"]
            else:
                del target[last]
        self.state["version"], self.state["updatedAt"] = item["version"], item["at"]
        require(sha256(self.state) == item["stateDigest"], "version %s has not its stateDigest" % item["version"])
        if self.state["revision"] == self.manifest["revision"]:
            self.then = json.loads(json.dumps(self.state))

    def end(self):
        said, version = self.manifest["history"], self.manifest["version"]
        require(self.count == said["count"], "it has %d versions, and the manifest says %d" % (self.count, said["count"]))
        require(self.count == version or not said["complete"], "it is said to be complete, and has not all versions")
        if self.count == 0:
            return "none of its %d versions is visible to those that this bundle was made for" % version
        head = "the last is version %d with the hash %s" % self.before
        return "%s of %d versions; %s" % ("all" if self.count == version else self.count, version, head)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    report, opened = Report(), []
    report.check("manifest.json", lambda: opened.append(Bundle(folder)))
    if opened:
        verify(opened[0], report)
    if report.wrong:
        print("\nNOT OK, %d wrong:" % len(report.wrong))
        for wrong in report.wrong:
            print("- " + wrong)
        return 1
    print("\nOK")
    return 0


def verify(bundle, report):
    for name in bundle.files:
        report.check(name, bundle.file, name)
    report.check("the text", bundle.text)
    report.check("the convention", bundle.convention)
    report.check("the approvals", bundle.approvals)
    report.check("the signatures", bundle.signatures)
    for signature in bundle.manifest.get("signatures", []):
        report.check("the signature of " + key(signature["party"]), bundle.signature, signature)
        if signature.get("keyOwner", signature["party"]) != signature["party"]:
            report.note("%s signed with a key of %s, which it has become part of"
                        % (key(signature["party"]), key(signature["keyOwner"])))
    report.check("the attachments", bundle.attachments)
    report.check("the history", bundle.history)
    report.check("the history and the text", bundle.course)
    for name in bundle.others():
        report.note("%s is no part of the bundle" % name)
    report.note("all of it is named by the SHA-256 of manifest.json, " + sha256(bundle.read("manifest.json")))


if __name__ == "__main__":
    # What is printed has names in it, and not every console says that it writes UTF-8.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())
