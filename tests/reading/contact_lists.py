"""Made-up numbers in every writing people choose, and innocent figures and words, to measure what is found by.

The British numbers are Ofcom's for drama; the French ones are libphonenumber's examples or follow their pattern.
"""

NUMBERS = (
    # in pairs, as in France
    *("01 23 45 67 89", "01.23.45.67.89", "01-23-45-67-89", "01/23/45/67/89", "06 12 34 56 78", "06.12.34.56.78"),
    *("07 81 23 45 67", "02 40 12 93 05", "03 88 21 47 60", "04-91-18-72-33", "05\u00a056\u00a081\u00a020\u00a097"),
    *("09 72 16 84 30", "01 - 23 - 45 - 67 - 89", "06\u202f12\u202f34\u202f56\u202f78", "+33 6 12 34 56 78"),
    *("0033 1 23 45 67 89", "+33 (0)1 23 45 67 89"),
    # other countries' numbers after a word that says what they are
    *("tel 0612345678", "Tel: 06 12345678", "ring 030 12345678", "phone 044 668 18 00", "call 085 012 3456"),
    *("mobile 612 345 678", "tel. 0470 12 34 56", "Tel 912 345 678"),
    # unusual signs between the groups
    *("07700;900123", "07700; 900123", "07700;900;123", "07700=900123", "07700+900123", "07700 + 900123"),
    *("07700'900123", "07700&900123", "07700>900123", "07700\"900123", "07700_900_123", "07700|900123", "07700~900123"),
    *("07700*900*123", "07700, 900, 123", "07700 : 900 : 123", "07700\\900123", "(07700)(900)(123)", "[07700]900123"),
    *("01632;960;123", "020;7946;0123", "+44;7700;900123", "0.7.7.0.0.9.0.0.1.2.3", "0 7 7 0 0 9 0 0 1 2 3"),
    *("07-70-09-00-12-3", "0770 0900 123", "077 009 001 23", "07700 900 12 3"),
    # letters that look like figures
    *("077O0 900123", "O7700 9OO123", "07700 9oo123", "0I632 960123", "O1632 96O 123", "07700 90I 123", "0770O 900123"),
    *("07700 900l23", "O77OO 9OOI23", "0770 O9O O123", "o7700 9oo l23", "+44 77OO 900123", "0044 7700 9OO123"),
    *("020 7946 O123", "0ll3 496 0123", "O2O 7946 O123", "O8O8 157 O123", "Tel O7700 9001Z3".replace("Z", "2")),
    *("07700-9OO-123", "07700.9OO.123", "07700;9OO;123"),
    # in words
    "oh seven seven double oh nine oh oh one two three",
    "Oh seven seven zero zero, nine zero zero, one two three",
    "zero seven seven zero zero nine zero zero one two three",
    "nought seven seven double nought nine double oh one two three",
    "nought one six three two nine six nought one two three",
    "oh-seven-seven-double-oh-nine-double-oh-one-two-three",
    "Oh one six three two, nine six oh, one two three",
    "oh one six three two ninety-six oh one two three",
    "oh eight oh eight one five seven oh one two three",
    "oh two oh, seven nine four six, oh one two three",
    "zero seven seven hundred nine hundred one two three",
    "07700 nine hundred 123",
    "07700 900 one two three",
    "07700 nine double oh one two three",
    "o seven seven o o nine o o one two three",
    "o seven seven double o nine double o one two three",
    "plus four four seven seven double oh nine oh oh one two three",
    "Zero Seven Seven Double Zero Nine Double Zero One Two Three",
    "oh seven seven\ndouble oh nine\noh oh one two three",
    "double oh double four double seven double oh nine double oh one two three",
    "oh, seven, seven, oh, oh, nine, oh, oh, one, two, three",
    "oh / seven / seven / oh / oh / nine / oh / oh / one / two / three",
    "oh... seven... seven... double oh... nine... double oh... one... two... three",
    "01632 nine six oh one two three",
    # without the area, after a word that says what they are
    *("ring 960123", "Ring Anytown 960123", "call me on 960 123", "tel 960123 after six", "phone 960123 tonight"),
    *("Ring 960123 and ask", "call 960123 to book", "text 7946 0123 for a place", "dial 960123 or come in"),
    *("Ring us: 496 0123", "fax 960-123", "mobile 7700 900123", "WhatsApp 7700900123", "ffôn 960123"),
    *("call 960123 when you can", "ring 960123 before noon", "telephone 9600123, please"),
    # as they have always been found
    *("07700 900123", "07700900123", "01632 960 123", "(01632) 960123", "+44 7700 900123", "0044 1632 960123"),
    *("0113 496 0123", "029 2018 0123", "0808 157 0123", "07700–900–123", "07700.900.123", "07700/900/123"),
    *("+44 (0)20 7946 0123", "0770 090 0123", "07 70 09 00 12 3", "07700\u00a0900123", "07700 900123 ext. 4"),
    *("(212) 555-0123", "212-555-0123", "1-212-555-0123", "+1 212 555 0123"),
)  # fmt: skip

INNOCENT = (
    # counts after a word such as “call”
    *("call 1500000 people", "Call 1234567 people", "ring 2000000", "We ring 350000 bells", "text 150000 words"),
    *("We call 200000 of them", "call 100000 times", "phone 450000 households", "mobile 123456 visits"),
    *("text 2500000 readers", "call 1 500 000 people", "dial 123456 numbers", "ring 123456 doorbells a year"),
    *("call 250000 neighbours", "mobile 4500000 km", "text 120000%", "ring 7654321 times", "call 123456-seat halls"),
    # rooms and roads
    *("Room B12 9AB", "rooms B12 9AB", "room code B12 9AB", "the B12 9AB road", "on road B12 9AB", "locker E12 3AB"),
    *("shelf N1 2AB", "bay M1 4AB", "lockers S10 2AB", "studio W1 2AB", "gate E1 2AB is shut", "the B12 9AB bus"),
    *("part number B12 9AB", "Model B12 9AB", "Shelf: N1 2AB", "item no. S10 2AB", "plot L12 3AB", "classroom B12 9AB"),
    # a full stop without a space after it
    *("St.Mary", "meet @ St.Mary", "me@St.Mary", "We met @ St.Mary's", "twenty @ home.We went on", "and@hall.It was"),
    *("Tea @ the.Hall", "5@10.Then", "two @ noon.Everybody came", "four (at) St.John", "look at the dot and wait"),
    *("at the dance hall dot and dash", "Look at that dot that he drew", "We stood at one dot which moved"),
    # sums, counts and scores
    *("12 + 30 = 42", "0-0, 1-2, 3-4, 2-2, 1-1", "07 + 700 + 900 = 1607", "2-1, 3-0, 0-0, 1-4", "21-15, 15-21, 11-9"),
    *("6-4, 3-6, 7-6, 6-7, 10-8", "won 301-298", "01 02 03 04 05", "01 02 03 04 05 06", "03 06 09 12 15"),
    *("01 12 23 34 45 56", "05-10-15-20-25", "01.02.03.04.05", "01, 02, 03, 04 and 05", "1 2 3 4 5 6 7 8 9 10 11"),
    *("02 11 19 27 41", "1,234,567", "1 234 567 890", "10000000", "3 x 12 x 400", "0.07700900123", "1/2 + 1/3 + 1/4"),
    *("007 008 009", "1234567", "12 345 678"),
    # counted aloud
    "zero one two three four five six seven eight nine ten",
    "oh one two three four five six seven eight nine",
    "one two three four five six seven eight nine ten",
    "oh nine times out of ten",
    "Oh, two of us came, and three went, and four stayed, and five rang",
    "nought out of one hundred, and then double two",
    "zero to nine hundred",
    "plus four, plus two, plus one and a double six",
    "zero, one, one, two, three, five, eight, thirteen, twenty-one",
    "oh one or two, three or four, five or six, seven or eight",
    "Plus two hundred and four chairs, one table, nine cups",
    # books, maps, charities, companies
    *("ISBN 0306406152", "ISBN 978-0-306-40615-7", "ISBN 978 0 306 40615 7", "ISBN-13: 9780306406157"),
    *("ISBN 0-306-40615-2", "ISSN 2049-3630", "SO 945 900", "SO 94500 90012", "SO945900", "TQ 30045 80312"),
    *("grid ref. SP 0123 4567", "Charity no. 1234567", "Charity no 1234567-1", "Registered charity 1123456"),
    *("SC012345", "Company number 01234567", "Company no. 07654321", "company 01234567, charity 1098765"),
    *("VAT 123 4567 89", "GB 123 4567 89", "UTR 12345 67890", "UPRN 100023336956", "grant 0012/2024/0456"),
    # years and days
    *("1998-2004", "Ring 1998-2004", "1998–2004, 2006–2010", "1914-1918, 1939-1945", "1953/54 to 1967/68"),
    *("14/03/2026", "14.03.2026", "01/02/2026 - 03/04/2026", "01.02.26 - 03.04.26", "2026-03-14 19:30", "20260314"),
    *("call on 12.10.2024", "text by 2024-10-12", "since 1998, 2001, 2004 and 2010"),
    # money
    *("£1,500,000", "£1500000", "call it £150000", "€12 345 678", "$1,234,567.89", "£07.50", "£1.20, £3.40 and £5.60"),
    *("call it 150000€", "1 500 000 pounds"),
    # times
    *("10.30-12.30", "09:00-17:00", "0900-1700", "call 07:30, 08:30, 09:30", "Mon 09.00-12.00, Tue 13.00-16.30"),
    *("07:30:15", "bus 07.05 07.35 08.05 08.35", "06 20 35 50", "ring at 9.30 or 10.30"),
    # codes of machines and versions
    *("0.5.6 - 2016-11-22", "192.168.10.11", "version 10.15.7", "#F0F8FF", "e125ab", "51.7456, -2.2167"),
    *("M25 1st exit", "B4 5ft", "A38 3rd bend", "20l 30l 40l of soil", "0l1 Il1", "RAL 7016", "M8 x 40"),
)  # fmt: skip
