"""Checks the vectors beside it: from the agreement to the canonical form to the digest, by jcs-sha256-v1 alone.

Python 3.8 or later and nothing else. Exits with 0 when all hold, else with 1.
"""
import glob, hashlib, json, os, sys, unicodedata
from decimal import Decimal

DECIMALS = {0: "ADP BEF BIF BYB BYR CLP DJF ESP GNF GRD ISK ITL JPY KMF KRW LUF MGF PTE PYG ROL RWF TPE TRL UGX UYI VND"
               " VUV XAF XOF XPF", 3: "BHD IQD JOD KWD LYD OMR TND", 4: "CLF"}
SPACE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
COVERED = ("titles kind domains parties effectiveFrom effectiveTo renewal terms contributions obligations annexes").split()

def utf16(text):
    return text.encode("utf-16-be")

def party(entry):
    return utf16(entry["party"]["type"] + ":" + entry["party"]["id"])

def clean(value):
    """All text in NFC and trimmed, and nothing that is null or an empty array."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip(SPACE)
    if isinstance(value, list):
        return [clean(entry) for entry in value]
    if isinstance(value, dict):
        return {name: clean(member) for name, member in value.items() if member is not None and member != []}
    return value

def amount(money):
    decimals = next((number for number, codes in DECIMALS.items() if money["currency"] in codes.split()), 2)
    return str(Decimal(money["amount"]).quantize(Decimal(1).scaleb(-decimals)))

def canonical_form(agreement):
    form = {name: member for name, member in clean(agreement).items() if name in COVERED}
    for money in form.get("contributions", []):
        money["amount"] = amount(money)
    for obligation in form.get("obligations", []):
        obligation.pop("state", None)
    for entry in form["parties"]:
        entry["roles"].sort(key=utf16)
    for name, key in {
        "titles": lambda title: utf16(title["lang"]),
        "domains": utf16,
        "parties": party,
        "contributions": lambda money: (party(money), utf16(money["currency"]), utf16(money.get("purpose", "")),
                                        utf16(money["amount"])),
        "obligations": lambda obligation: utf16(obligation["key"]),
        "annexes": utf16,
    }.items():
        form.get(name, []).sort(key=key)
    # JCS sorts names by UTF-16; these are ASCII, for which Python's order is the same. All numbers are whole.
    return json.dumps(form, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

def main():
    wrong = 0
    for file in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "[0-9]*.json"))):
        with open(file, encoding="utf-8") as text:
            vector = json.load(text)
        form = canonical_form(vector["agreement"])
        holds = form == vector["canonicalForm"] and hashlib.sha256(form.encode()).hexdigest() == vector["digest"]
        wrong += not holds
        print("holds" if holds else "DOES NOT HOLD", os.path.basename(file))
    sys.exit(1 if wrong else 0)

if __name__ == "__main__":
    main()
