"""The words that amounts are said in: numbers, scales, currencies, periods."""

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
UNITS = {
    word: value
    for value, word in enumerate(f"{_ONES} fifteen sixteen seventeen eighteen nineteen".split())
}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
DECADES = {word[:-1] + "ies": tens for word, tens in TENS.items()}

SCALES = {
    "thousand": 1000,
    "grand": 1000,
    "k": 1000,
    "kay": 1000,
    "thou": 1000,
    "lpa": 100_000,  # lakhs per annum
    "lakh": 100_000,
    "lakhs": 100_000,
    "lacs": 100_000,
    "lack": 100_000,
    "locks": 100_000,  # what recognisers write for lakhs
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
NAMING_SCALES = frozenset("grand k kay lakh lakhs lacs lack locks lpa".split())
"""Only money is counted in these."""
SYMBOLS = frozenset("$£€₦₹")
CURRENCIES = frozenset(
    "€ £ $ dollar dollars euro euros pound pounds quid buck bucks franc francs zloty złoty"
    " naira reais reals rupees rand rands crowns krona kronor kroner krone yen usd eur gbp"
    " chf cad aud nzd sgd pln czk sek nok dkk inr ngn zar brl pkr php mxn aed pesos peso"
    " dirhams dirham shillings shekels lei leva hryvnia tenge birr soles kwacha taka dong"
    " shilling bob lira forint forints koruna ringgit baht yuan riyals riyal cedis dinars".split()
)
LANDS = frozenset(
    "us canadian australian aussie swiss singapore mexican czech swedish danish norwegian kenyan"
    " indian american".split()
)
"""Whose dollars or francs they are."""
CODES = frozenset("usd eur gbp chf cad aud nzd sgd pln sek nok dkk inr rs zar aed pkr".split())
"""Currencies as they stand before an amount, with no symbol."""
PERIODS = frozenset("hour day week month year annum".split())
PERIOD_ADVERBS = frozenset("hourly daily weekly monthly yearly annually".split())
