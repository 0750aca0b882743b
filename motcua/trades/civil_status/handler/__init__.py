"""How civil status plugs into the one-stop: one trade for each kind of procedure, registered when the app starts."""

from motcua.counter.dossiers.acts import register_trade
from motcua.trades.civil_status.handler.change import ChangeTrade
from motcua.trades.civil_status.handler.events import BirthTrade, DeathTrade, MarriageTrade
from motcua.trades.civil_status.handler.extract import ExtractTrade
from motcua.trades.civil_status.handler.marital import MaritalStatusTrade


def register() -> None:
    """Plug every trade of civil status in."""
    register_trade("civil_status.birth", BirthTrade())
    register_trade("civil_status.marriage", MarriageTrade())
    register_trade("civil_status.death", DeathTrade())
    register_trade("civil_status.marital_status", MaritalStatusTrade())
    register_trade("civil_status.change", ChangeTrade())
    register_trade("civil_status.extract", ExtractTrade())
