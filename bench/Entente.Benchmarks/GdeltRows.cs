using System.Globalization;

namespace Entente.Benchmarks;

/// <summary>
/// Makes files of GDELT 2.0 rows, always the same for a number of rows. Nothing is copied from GDELT; the proportions are what its codebook and
/// published descriptions lead to expect: one actor in ten is missing, three rows in ten have no second actor; states are drawn with weight 1 / (rank + 3),
/// a third of the actors with a role behind the state, a twentieth a role alone and a twentieth an organisation; a third of the acts are statements (01),
/// consultations (04) or intentions (03), the rest fall off with weight 1 / (rank + 2); the addresses are 60 to 140 letters long and shared by 3 rows in a row.
/// </summary>
internal static class GdeltRows
{
    private static readonly string[] States = "USA GBR RUS CHN ISR IRN SYR FRA DEU IND PAK UKR TUR IRQ AUS CAN NGA EGY SAU JPN AFG PRK KOR ZAF PSE LBN YEM VEN MEX ESP ITA PHL IDN KEN BRA POL GRC LBY SDN ETH BGD LKA MMR THA MYS VNM COL CUB SOM BEL NLD SWE".Split(' ');
    private static readonly string[] Fips = "US UK RS CH IS IR SY FR GM IN PK UP TU IZ AS CA NI EG SA JA AF KN KS SF GZ LE YM VE MX SP IT RP ID KE BR PL GR LY SU ET BG CE BM TH MY VM CO CU SO BE NL SW".Split(' ');
    private static readonly string[] Roles = "GOV MIL COP CVL MED BUS EDU LEG OPP JUD ELI REB CRM LAB REF HLH".Split(' ');
    private static readonly string[] Bodies = "IGOUNO IGO NGO IGOEUREEC IGOWBK MNC IGONAT NGOAMN IMF EUR AFR".Split(' ');
    private static readonly string[] Acts = "010 042 043 040 020 051 036 030 111 190 173 112 057 070 014 012 130 120 061 193 013 050 046 080 180 060 141 110 160 150 045 071 1121 081 115 172 018 073 016 017 183 015 174 044 154 072 100 138 163 0231 1823 084 186 195 0841 175 145 1411 025 019 091 1383 194 102 202 204".Split(' ');

    /// <summary>Writes a file.</summary>
    public static void Write(string path, long rows, long firstId = 410000000)
    {
        var random = new Random(20150219);
        using var to = new StreamWriter(path, false, new System.Text.UTF8Encoding(false), 1 << 20);
        var start = new DateOnly(2015, 2, 19);
        var url = "";
        for (var i = 0L; i < rows; i++)
        {
            var day = start.AddDays((int)(i / 5000 % 3650));
            if (i % 3 == 0) url = string.Create(CultureInfo.InvariantCulture, $"https://www.news{random.Next(4000)}.com/{day.Year}/{day.Month:00}/{new string('a', random.Next(10, 60))}-{random.Next(100000000)}-{new string('b', random.Next(10, 40))}.html");
            Row(to, random, firstId + i, day, url);
        }
    }

    private static void Row(StreamWriter to, Random random, long id, DateOnly day, string url)
    {
        var act = random.Next(3) == 0 ? Acts[random.Next(8)] : Acts[Rank(random, Acts.Length, 2)];
        var place = Rank(random, Fips.Length, 3);
        to.Write(string.Create(CultureInfo.InvariantCulture, $"{id}\t{day:yyyyMMdd}\t{day:yyyyMM}\t{day.Year}\t{day.Year + (day.DayOfYear / 366.0):0.0000}\t"));
        Actor(to, random, 0.1);
        Actor(to, random, 0.3);
        to.Write(string.Create(CultureInfo.InvariantCulture, $"{random.Next(2)}\t{act}\t{act[..Math.Min(3, act.Length)]}\t{act[..2]}\t{random.Next(1, 5)}\t{(random.NextDouble() * 20) - 10:0.0}\t{random.Next(1, 20)}\t{random.Next(1, 4)}\t{random.Next(1, 20)}\t{(random.NextDouble() * 16) - 10:0.000000000000000}\t"));
        for (var geo = 0; geo < 3; geo++)
        {
            if (geo < 2 && random.Next(5) == 0) to.Write("0\t\t\t\t\t\t\t\t");
            else to.Write(string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 6)}\tCity {place * 7 % 997}, Province {random.Next(30)}, Country {place}\t{Fips[place]}\t{Fips[place]}{random.Next(30):00}\t{random.Next(20000)}\t{(place * 3.1) - 60:0.0000}\t{(place * 6.7) - 170:0.0000}\t-{random.Next(1000000, 9999999)}\t"));
        }

        to.Write(string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{random.Next(24):00}{random.Next(4) * 15:00}00\t{url}\n"));
    }

    private static void Actor(StreamWriter to, Random random, double none)
    {
        if (random.NextDouble() < none)
        {
            to.Write("\t\t\t\t\t\t\t\t\t\t");
            return;
        }

        var kind = random.Next(60);
        var state = States[Rank(random, States.Length, 3)];
        var role = Roles[Rank(random, Roles.Length, 2)];
        if (kind < 3) to.Write($"{role}\t{role} NAME\t\t\t\t\t\t{role}\t\t\t");
        else if (kind < 6) to.Write($"{Bodies[random.Next(Bodies.Length)]}\tORGANISATION\t\t\t\t\t\tIGO\t\t\t");
        else if (kind < 26) to.Write($"{state}{role}\t{state} {role} NAME\t{state}\t\t\t\t\t{role}\t\t\t");
        else to.Write($"{state}\t{state} NAME\t{state}\t\t\t\t\t\t\t\t");
    }

    /// <summary>A number below a limit, with weight 1 / (number + offset).</summary>
    private static int Rank(Random random, int limit, int offset) =>
        (int)((Math.Exp(random.NextDouble() * Math.Log((double)(limit + offset) / offset)) - 1) * offset) is var rank && rank < limit ? rank : limit - 1;
}
