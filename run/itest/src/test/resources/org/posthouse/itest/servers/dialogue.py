"""A long dialogue by Python's imaplib; prints each octet that the server sent, big literals as checksums.

usage: dialogue.py LEG PORT CA USER PASSWORD      (LEG: off, starttls, implicit)
"""
import hashlib
import imaplib
import ssl
import sys

leg, port, authority, user, password = sys.argv[1:]
context = ssl.create_default_context(cafile=authority)
out = sys.stdout.buffer
imaplib._MAXLINE = 10_000_000
imaplib.Int2AP = lambda number: b"T"  # tags must not differ from run to run


class Recorded:
    """Writes down what comes, as it comes."""

    def readline(self):
        line = super().readline()
        out.write(line)
        return line

    def read(self, size):
        octets = super().read(size)
        out.write(octets if len(octets) < 10_000 else b"<%d %s>" % (len(octets), hashlib.sha256(octets).hexdigest().encode()))
        return octets


class Plain(Recorded, imaplib.IMAP4):
    pass


class Tls(Recorded, imaplib.IMAP4_SSL):
    pass


def message(number, size=300, eight=False):
    head = b"From: a@example.org\r\nSubject: appended %d\r\nMessage-ID: <%d@appended>\r\n\r\n" % (number, number)
    line = (b"\xe4\xf6\xfc \xff octets " if eight else b"just a line of ") + b"text" * 10 + b"\r\n"
    return head + line * (size // len(line) + 1)


def step(what, *args):
    out.write(b"--- %s\n" % what.__name__.encode())
    try:
        what(*args)
    except imaplib.IMAP4.error as refused:
        out.write(b"--- refused: %s\n" % str(refused).encode())


imap = Tls("localhost", int(port), ssl_context=context) if leg == "implicit" else Plain("localhost", int(port))
if leg == "starttls":
    imap.starttls(ssl_context=context)
imaplib.Commands.update({name: ("AUTH", "SELECTED", "NONAUTH") for name in ("XYZZY", "ID", "GETMETADATA")})

step(imap.login, user, "wrong password")
step(imap.login, user, password)
for name in ("CAPABILITY", "NAMESPACE", "NOOP", "XYZZY"):
    step(imap._simple_command, name)
step(imap._simple_command, "ID", '("name" "imaplib")')
step(imap.list)
step(imap.lsub)
step(imap.status, "INBOX", "(MESSAGES UIDNEXT UIDVALIDITY UNSEEN SIZE)")
step(imap.select, "INBOX")
step(imap.fetch, "1:*", "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)")
step(imap.fetch, "1:*", "(BODY.PEEK[] UID)")
step(imap.fetch, "1:3", "(BODY[HEADER.FIELDS (SUBJECT MESSAGE-ID)] BODY.PEEK[TEXT]<5.20> BINARY.SIZE[1] BINARY.PEEK[1])")
step(imap.fetch, "1:2", "(PREVIEW)")
step(imap.fetch, "4294967295", "(FLAGS)")
step(imap.search, None, "ALL")
step(imap.search, "UTF-8", "SUBJECT", '"\u00e4"'.encode())
step(imap.uid, "SEARCH", "RETURN", "(MIN MAX COUNT ALL)", "1:4294967295")
step(imap.sort, "(REVERSE SUBJECT)", "UTF-8", "ALL")
step(imap.thread, "REFERENCES", "UTF-8", "ALL")
step(imap.store, "1:3", "+FLAGS", r"(\Flagged $Keyword)")
step(imap.store, "2", "-FLAGS.SILENT", r"(\Flagged)")
step(imap.create, '"&APw-ber &- 1"')
step(imap.create, "Other/Deep")
step(imap.subscribe, '"&APw-ber &- 1"')
for number, size in enumerate((10, 4096, 1 << 20)):
    step(imap.append, '"&APw-ber &- 1"', r"(\Seen)", '"21-Nov-2026 10:00:00 +0000"', message(number, size, number == 1))
step(imap.append, "Nowhere", None, None, message(9))
imap.literal = b"Other/Deep"
step(imap._simple_command, "SELECT")
step(imap.copy, "1:4", "Other/Deep")
step(imap.uid, "COPY", "1:2", "Nowhere")
step(imap.uid, "MOVE", "3:4", "Other/Deep")
step(imap.rename, "Other/Deep", "Other/Deeper")
step(imap.list, '""', '"Other/%"')
step(imap.select, '"&APw-ber &- 1"')
step(imap.fetch, "1:*", "(UID FLAGS BODY.PEEK[])")
step(imap.store, "1", "+FLAGS", r"(\Deleted)")
step(imap.expunge)
step(imap.enable, "CONDSTORE")
step(imap.uid, "FETCH", "1:*", "(FLAGS)", "(CHANGEDSINCE 1)")
step(imap.fetch, "1", "(NOSUCHITEM)")
step(imap.close)
step(imap.select, "Nowhere")
step(imap.delete, "Other/Deeper")
step(imap.logout)
