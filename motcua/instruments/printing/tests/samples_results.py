"""Samples of results, attestations and letters."""

from datetime import date

from motcua.instruments.printing import rules
from motcua.instruments.printing.tests.people import DIVISION, HOA, LAN, LAN_PERSON, ON, RESULT, WARD, at

BIRTH = rules.BirthCertificate(
    **RESULT,
    number="152/2024",
    child=rules.Child(
        name="Trần Nguyễn Minh Khuê",
        born_on=date(2024, 11, 5),
        born_in_words="Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi tư",
        gender="Nữ",
        ethnicity="Kinh",
        birth_place="Bệnh viện Đa khoa tỉnh Quảng Nam, phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam",
        home_place="Xã Tam Thăng, thành phố Tam Kỳ, tỉnh Quảng Nam",
        personal_number="049324000456",
    ),
    mother=rules.Parent(
        name=LAN,
        born_year="1990",
        ethnicity="Kinh",
        nationality="Việt Nam",
        residence="Khối phố 5, phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam",
    ),
    father=rules.Parent(
        name="Trần Văn Bình",
        born_year="1988",
        ethnicity="Kinh",
        nationality="Việt Nam",
        residence="Khối phố 5, phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam",
    ),
    declarant=LAN,
    declarant_paper="Căn cước công dân số 049190000123, Cục Cảnh sát QLHC về TTXH cấp ngày 10/5/2021",
    registered_at_place=WARD,
    registered_on=ON,
)
MARRIAGE = rules.MarriageCertificate(
    **RESULT,
    number="61/2024",
    husband=rules.Spouse(
        name="Trần Văn Bình",
        born_on=date(1988, 7, 20),
        ethnicity="Kinh",
        residence="Thôn Vĩnh Bình, xã Tam Thăng, thành phố Tam Kỳ",
        paper="CCCD số 049088000321 cấp ngày 02/4/2021",
    ),
    wife=rules.Spouse(
        name=LAN,
        born_on=date(1990, 3, 8),
        ethnicity="Kinh",
        residence="Khối phố 5, phường An Mỹ, thành phố Tam Kỳ",
        paper="CCCD số 049190000123 cấp ngày 10/5/2021",
    ),
    registered_at_place=WARD,
    registered_on=ON,
)
DEATH = rules.DeathExtract(
    **RESULT,
    number="37/TLKT",
    person=rules.Person(
        name="Nguyễn Văn Đức",
        born_on="1941",
        gender="Nam",
        ethnicity="Kinh",
        residence="Khối phố 5, phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam",
        personal_number="049041000007",
    ),
    died_at=at(10, 3, 20),
    died_in_words="Ngày mười tháng mười một năm hai nghìn không trăm hai mươi tư",
    death_place="Tại nhà riêng, khối phố 5, phường An Mỹ, thành phố Tam Kỳ",
    cause="Tuổi già",
    registered_at_place=WARD,
    entry_number="37/2024",
    registered_on=date(2024, 11, 12),
)
CHANGE = rules.ChangeExtract(
    **{**RESULT, "letterhead": DIVISION, "signatory": HOA},
    number="118/TLCC",
    kind="cải chính hộ tịch",
    person=LAN_PERSON,
    changed_paper="Giấy khai sinh số 44, quyển số 01/1990, đăng ký ngày 20/3/1990 tại UBND phường An Mỹ",
    changes=(
        rules.Row("Năm sinh của người mẹ", "Từ “1966” thành “1968”"),
        rules.Row("Dân tộc của người mẹ", "Từ “Kinh” thành “Cơ Tu”"),
    ),
    basis="Quyết định số 118/QĐ-UBND ngày 14/11/2024 của UBND thành phố Tam Kỳ",
    registered_at_place="Ủy ban nhân dân thành phố Tam Kỳ, tỉnh Quảng Nam",
    entry_number="118/2024",
    registered_on=ON,
)
MARITAL = rules.MaritalStatusCertificate(
    **RESULT,
    number="209/UBND-XNTTHN",
    requester=LAN,
    person=LAN_PERSON,
    lived_at="khối phố 5, phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam",
    lived_from_on=date(2008, 3, 8),
    lived_to_on=ON,
    status="Chưa đăng ký kết hôn với ai.",
    purpose="làm thủ tục kết hôn với ông Trần Văn Bình.",
)
EXTRACT = rules.ExtractCopy(
    **RESULT,
    number="212/2024/TLKS-BS",
    kind="khai sinh",
    rows=(
        rules.Row("Họ, chữ đệm, tên", LAN),
        rules.Row("Ngày, tháng, năm sinh", "08/03/1990"),
        rules.Row("Ghi bằng chữ", "Ngày tám tháng ba năm một nghìn chín trăm chín mươi"),
        rules.Row("Giới tính", "Nữ"),
        rules.Row("Dân tộc", "Kinh"),
        rules.Row("Quốc tịch", "Việt Nam"),
        rules.Row("Nơi sinh", "Bệnh viện thị xã Tam Kỳ"),
        rules.Row("Số định danh cá nhân", "049190000123"),
        rules.Row("Họ, chữ đệm, tên người mẹ", "Phạm Thị Sáu"),
        rules.Row("Họ, chữ đệm, tên người cha", "Nguyễn Văn Đức"),
        rules.Row("Nơi đăng ký khai sinh", WARD),
    ),
    notes="Đã cải chính năm sinh của người mẹ từ 1966 thành 1968 theo Trích lục số 118/TLCC ngày 15/11/2024.",
    source="Sổ đăng ký khai sinh quyển số 01/1990, số 44, ngày 20/3/1990",
)
COPY = rules.CopyCertification(
    **RESULT,
    number="3107",
    book="02/2024-SCT/BS",
    document="Bằng tốt nghiệp trung học phổ thông",
    pages=1,
    copies=3,
)
SIGNATURE = rules.SignatureCertification(
    **RESULT,
    number="415",
    book="01/2024-SCT/CK,ĐC",
    at=at(15, 9, 30),
    day_in_words="ngày mười lăm tháng mười một năm hai nghìn không trăm hai mươi tư",
    done_at_place="Bộ phận Tiếp nhận và Trả kết quả, UBND phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam",
    document="Giấy ủy quyền nhận lương hưu.",
    signers=(rules.Signer(name=LAN, paper="Căn cước công dân số 049190000123 cấp ngày 10/5/2021"),),
)
COPIES = rules.CopyCertifications(
    **RESULT,
    sheets=(
        rules.Sheet(number="3107", book="02/2024-SCT/BS", document="Bằng tốt nghiệp đại học", pages=1, copies=3),
        rules.Sheet(
            number="3108",
            book="02/2024-SCT/BS",
            document="Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất",
            pages=4,
            copies=2,
        ),
    ),
)
SIGNATURES = rules.SignatureCertifications(
    **RESULT,
    at=at(15, 9, 30),
    day_in_words="ngày mười lăm tháng mười một năm hai nghìn không trăm hai mươi tư",
    done_at_place="Bộ phận Tiếp nhận và Trả kết quả, UBND phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam",
    signers=(
        rules.Signer(name=LAN, paper="Căn cước công dân số 049190000123 cấp ngày 10/5/2021"),
        rules.Signer(
            name="Trần Văn Bình", paper="Căn cước công dân số 049088000321 cấp ngày 02/4/2021", form="điểm chỉ"
        ),
    ),
    sheets=(
        rules.Sheet(number="415", book="01/2024-SCT/CK,ĐC", document="Giấy ủy quyền nhận lương hưu."),
        rules.Sheet(number="416", book="01/2024-SCT/CK,ĐC", document="Sơ yếu lý lịch tự thuật."),
    ),
)
LETTER = rules.ResultLetter(
    on=ON,
    letterhead=DIVISION,
    number="86/TP-HCTP",
    subject="trả lời kết quả tra cứu thông tin hộ tịch",
    to=(f"Bà {LAN}",),
    paragraphs=(
        "Ngày 12 tháng 11 năm 2024, Phòng Tư pháp nhận được đề nghị của bà về việc xác nhận thông tin hộ tịch.",
        "Qua tra cứu Sổ đăng ký khai sinh năm 1990 của phường An Mỹ, Phòng Tư pháp trả lời như sau:",
    ),
    rows=(rules.Row("Số, quyển số", "44, quyển 01/1990"), rules.Row("Họ, chữ đệm, tên", LAN)),
    copies_to=("Như trên", "UBND phường An Mỹ", "Lưu: VT, HCTP"),
    signatory=HOA,
)
NOTICE = rules.ResultLetter(
    on=date(2024, 2, 5),
    letterhead=DIVISION,
    number="07/QĐ-TP",
    kind="Quyết định",
    subject="Về việc phân công công chức trực một cửa",
    issuer="Trưởng phòng Tư pháp",
    bases=("Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ", "Xét yêu cầu công việc"),
    paragraphs=(
        "Điều 1. Phân công ông Trần Văn Minh trực tại Bộ phận Tiếp nhận và Trả kết quả.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.",
    ),
    copies_to=("Như Điều 1", "Lưu: VT"),
    signatory=HOA,
)
BLOCK = rules.SignatureBlock(
    on=ON,
    lines=(rules.Row("Ký bởi", "Lê Thị Hoa"), rules.Row("Cơ quan", "Phòng Tư pháp thành phố Tam Kỳ")),
    at=at(16, 9, 30),
    width=200,
    height=56,
)
