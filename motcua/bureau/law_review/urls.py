"""Officers' addresses under `/mot-cua/ra-soat/`; published lists under `/van-ban/cong-bo/`."""

from django.urls import include, path

from motcua.bureau.law_review.views import cases, home, public, rounds, years

app_name = "law_review"
pages = [
    path("", home.home_page, name="home"),
    path("quy-dinh/", home.law_page, name="law"),
    path("viec/", cases.cases_page, name="cases"),
    path("viec/mo/", cases.begin_page, name="begin"),
    path("viec/<uuid:key>/", cases.case_page, name="case"),
    path("viec/<uuid:key>/phieu/", cases.slip_page, name="slip"),
    path("viec/<uuid:key>/ban-in/", cases.slip_pdf, name="slip_pdf"),
    path("viec/<uuid:key>/tra-lai/", cases.return_page, name="return"),
    path("viec/<uuid:key>/quyet-dinh/", cases.decide_page, name="decide"),
    path("viec/<uuid:key>/ket-thuc/", cases.close_page, name="close"),
    path("nam/", years.years_page, name="years"),
    path("nam/lap/", years.compute_page, name="compute"),
    path("nam/<uuid:key>/", years.year_page, name="year"),
    path("nam/<uuid:key>/kiem-tra/", years.check_page, name="check"),
    path("nam/<uuid:key>/phe-duyet/", years.approve_page, name="approve"),
    path("nam/<uuid:key>/cong-bo/", years.publish_page, name="publish"),
    path("nam/<uuid:key>/ban-in/", years.year_pdf, name="year_pdf"),
    path("nam/<uuid:key>/danh-muc.xlsx", years.year_workbook, name="year_xlsx"),
    path("nam/<uuid:key>/danh-muc.docx", years.year_word, name="year_docx"),
    path("nam/<uuid:key>/bang/<slug:name>/", years.year_csv, name="year_csv"),
    path("he-thong-hoa/", rounds.rounds_page, name="rounds"),
    path("he-thong-hoa/lap/", rounds.draft_page, name="draft_round"),
    path("he-thong-hoa/<uuid:key>/", rounds.round_page, name="round"),
    path("he-thong-hoa/<uuid:key>/sua/", rounds.edit_page, name="edit_round"),
    path("he-thong-hoa/<uuid:key>/ban-hanh/", rounds.issue_page, name="issue_round"),
    path("he-thong-hoa/<uuid:key>/ky-truoc/", rounds.previous_page, name="previous"),
    path("he-thong-hoa/<uuid:key>/tap-hop/", rounds.gather_page, name="gather"),
    path("he-thong-hoa/<uuid:key>/ket-qua/", rounds.collect_page, name="collect"),
    path("he-thong-hoa/<uuid:key>/danh-muc/", rounds.lists_page, name="make_lists"),
    path("he-thong-hoa/<uuid:key>/giai-trinh/", rounds.explain_page, name="explain"),
    path("he-thong-hoa/<uuid:key>/phe-duyet/", rounds.approve_page, name="approve_round"),
    path("he-thong-hoa/<uuid:key>/cong-bo/", rounds.publish_page, name="publish_round"),
    path("he-thong-hoa/<uuid:key>/ban-in/", rounds.round_pdf, name="round_pdf"),
    path("he-thong-hoa/<uuid:key>/danh-muc.xlsx", rounds.round_workbook, name="round_xlsx"),
    path("he-thong-hoa/<uuid:key>/danh-muc.docx", rounds.round_word, name="round_docx"),
    path("he-thong-hoa/<uuid:key>/bang/<slug:name>/", rounds.round_csv, name="round_csv"),
]
for_everybody = [
    path("", public.published_page, name="published"),
    path("atom.xml", public.feed, name="feed"),
    path("<slug:slug>/", public.one_page, name="published_one"),
    path("<slug:slug>/ban-in/", public.one_pdf, name="published_pdf"),
    path("<slug:slug>/danh-muc.xlsx", public.one_workbook, name="published_xlsx"),
    path("<slug:slug>/danh-muc.docx", public.one_word, name="published_docx"),
    path("<slug:slug>/bang/<slug:name>/", public.one_csv, name="published_csv"),
]
urlpatterns = [
    path("mot-cua/ra-soat/", include(pages)),
    path("van-ban/cong-bo/", include(for_everybody)),
]
