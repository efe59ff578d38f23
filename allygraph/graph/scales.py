"""The judgement scales: words of likelihood, reliability of sources, credibility of information."""

from __future__ import annotations

from types import MappingProxyType

#: Percent, both ends included. ICD 203 (Analytic Standards, 2015), section 6.e.2.a. Words that analysts use for the
#: same band stand beside the standard ones.
LIKELIHOOD = MappingProxyType(
    {
        "almost no chance": (1, 5),
        "remote": (1, 5),
        "very unlikely": (5, 20),
        "highly unlikely": (5, 20),
        "highly improbable": (5, 20),
        "unlikely": (20, 45),
        "improbable": (20, 45),
        "roughly even chance": (45, 55),
        "roughly even odds": (45, 55),
        "roughly even": (45, 55),
        "even chance": (45, 55),
        "likely": (55, 80),
        "probable": (55, 80),
        "probably": (55, 80),
        "very likely": (80, 95),
        "highly likely": (80, 95),
        "highly probable": (80, 95),
        "most likely": (80, 95),
        "almost certain": (95, 99),
        "almost certainly": (95, 99),
        "nearly certain": (95, 99),
    }
)

#: Admiralty system (NATO AJP-2.1), reliability of the source.
RELIABILITY = MappingProxyType(
    {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "reliability cannot be judged",
    }
)

#: Admiralty system (NATO AJP-2.1), credibility of the information.
CREDIBILITY = MappingProxyType(
    {
        1: "confirmed by other sources",
        2: "probably true",
        3: "possibly true",
        4: "doubtful",
        5: "improbable",
        6: "truth cannot be judged",
    }
)

#: Footnote ratings such as "[3] (High)": the words an assessment uses for the reliability of one citation.
RATING_RELIABILITY = MappingProxyType({"high": "B", "moderate": "C", "medium": "C", "low": "D"})

#: The life of a deal, earliest first. A later date wins over a later place in this order.
STATUSES = ("planned", "announced", "signed", "active", "halted", "ended")
