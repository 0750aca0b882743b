"""Working time: when a dossier falls due, and why, day by day («ngày hẹn trả»).

Purpose: the announced calendar of each year (`law/calendar/`), the office's hours (`office/hours.yaml`), time limits as
the law writes them, and the moment a result must be returned.
Legal basis: [61/2018/NĐ-CP, 18–19] (receipt, restart, one re-appointment), [45/2019/QH14, 111–112] (rest, holidays),
[91/2015/QH13, 147–148] (counting of days and months).
Vietnamese words: ngày làm việc = working day, làm bù = worked instead of another day, hẹn trả = due.
Start reading: `rules/due.py`, then `law/calendar/scenarios.yaml`, where each case is a sentence.
"""
