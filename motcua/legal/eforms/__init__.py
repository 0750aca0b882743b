"""Electronic forms («biểu mẫu điện tử tương tác»): the statutory declarations as data, asked one group a page.

A form lies in `law/forms/<key>.yaml` with its versions by date; its words come from `law/forms/terms.yaml`, its code
tables from `law/tables/`. Answers are one flat mapping, «child.full_name» → «…», kept as JSON: dates as ISO text
(«1990», «1990-11-05»), yes and no as booleans, choices and table rows by their codes.
Legal basis: [04/2020/TT-BTP], [04/2024/TT-BTP] (forms), [01/2022/TT-BTP] (electronic forms),
[01/2020/TT-BTP] (certification).
Words: tờ khai = form · nhóm câu hỏi = group · người yêu cầu = requester · cam đoan = undertaking · bản nháp = draft.
Start at `law/forms/birth.yaml`, then `rules/cleaning`, then `templatetags/eforms`.
"""
