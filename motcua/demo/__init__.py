"""Demo: an invented but lifelike office, for trying out and for the journeys («cơ quan thử nghiệm»).

People, numbers and papers are invented; personal numbers use provinces that do not exist (000, 099). The same day
always gives the same office. Everything goes through the product's own acts. Start reading at `story`.
"""
