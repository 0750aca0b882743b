"""motcua: the open one-stop shop («một cửa») of a Vietnamese justice office.

The law is data, a write is an act, every act is on record, every figure opens onto the rows behind it.
Start at docs/map.md, then counter/dossiers.
"""

__version__ = "0.1.0"
