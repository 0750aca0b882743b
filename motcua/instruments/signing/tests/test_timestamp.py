"""PAdES B-T: a time-stamp authority on this machine stands for a licensed one."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from asn1crypto import keys, tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper

from motcua.instruments.signing import acts, loader, queries, rules
from motcua.instruments.signing.tests.conftest import AT, BEFORE, HOA

STAMPED_AT = AT + timedelta(seconds=2)


@pytest.fixture
def authority(own_folder):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Dấu thời gian thử nghiệm")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(9)
        .not_valid_before(BEFORE)
        .not_valid_after(BEFORE + timedelta(days=5000))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    trust = own_folder / "signing" / "trust"
    trust.mkdir(parents=True)
    pem = certificate.public_bytes(Encoding.PEM).decode()
    (trust / "tsa.pem").write_text(pem)
    raw = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return DummyTimeStamper(loader.from_pem(pem), keys.PrivateKeyInfo.load(raw), fixed_dt=STAMPED_AT)


@pytest.fixture
def address(authority):
    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            answer = authority.request_tsa_response(asked).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args):
            """Keep the test's output clean."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_time_stamp_gives_the_moment(paper, hoa_key, settings, address):
    settings.TSA_URL = address

    signed = acts.sign(paper, key=hoa_key, signer=HOA, at=AT)

    (report,) = queries.check(signed)
    assert (report.holds, report.stamped, report.at) == (True, True, STAMPED_AT)


def test_an_authority_that_does_not_answer_stops_the_signing(paper, hoa_key, settings):
    settings.TSA_URL = "http://127.0.0.1:9/"

    with pytest.raises(rules.NoTimeStamp, match="dấu thời gian"):
        acts.sign(paper, key=hoa_key, signer=HOA, at=AT)
