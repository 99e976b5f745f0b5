"""The types of single values."""

from bitacora.records.values.addresses import Mail, WebAddress
from bitacora.records.values.names import CodeOf, CodeWord, Pattern, Ref, Slug
from bitacora.records.values.quantities import Number, Whole, Year, YesNo
from bitacora.records.values.times import Day, Hour, Moment, ReportingPeriod
from bitacora.records.values.words import Label, LongText, Source, Text

__all__ = [
    "CodeOf",
    "CodeWord",
    "Day",
    "Hour",
    "Label",
    "LongText",
    "Mail",
    "Moment",
    "Number",
    "Pattern",
    "Ref",
    "ReportingPeriod",
    "Slug",
    "Source",
    "Text",
    "WebAddress",
    "Whole",
    "Year",
    "YesNo",
]
