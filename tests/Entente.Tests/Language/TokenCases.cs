namespace Entente.Tests.Language;

/// <summary>How news is cut into words: the text, and its words with blanks between.</summary>
internal static class TokenCases
{
    /// <summary>A case a line, the text before the bar, its words behind.</summary>
    public const string All = """
        PYONGYANG, July 27 (KCNA) -- The army left. | PYONGYANG , July 27 ( KCNA ) -- The army left .
        LIMA, 3 May (EFE) — Police left. | LIMA , 3 May ( EFE ) — Police left .
        TUNIS (Reuters) - Voters left. | TUNIS ( Reuters ) - Voters left .
        ACCRA/LOME, Jan. 5 – Ministers met. | ACCRA / LOME , Jan. 5 – Ministers met .
        "No," she said. | " No , " she said .
        “No,” she said. | “ No , ” she said .
        ‘No,’ she said. | ‘ No , ’ she said .
        'No,' she said. | ' No , ' she said .
        ``No,'' she said. | `` No , '' she said .
        «No», she said. | « No » , she said .
        „No“, she said. | „ No “ , she said .
        He said "I don't." | He said " I do n't . "
        The ‘so-called’ army | The ‘ so - called ’ army
        the "Day of Rage" march | the " Day of Rage " march
        The minister (a Liberal) quit. | The minister ( a Liberal ) quit .
        the bill [sic] passed | the bill [ sic ] passed
        the group (known as "Dawn") fled | the group ( known as " Dawn " ) fled
        (The envoy left.) | ( The envoy left . )
        a) arms; b) money | a ) arms ; b ) money
        • Troops left • Talks began | • Troops left • Talks began
        * Troops left | * Troops left
        1. Troops left | 1 . Troops left
        - Troops left | - Troops left
        a cease-fire deal | a cease - fire deal
        the US-led talks | the US - led talks
        a well-known 45-year-old general | a well - known 45 - year - old general
        the co-founder's anti-war, pro-Western line | the co-founder 's anti-war , pro-Western line
        an ex-president and non-aligned states | an ex-president and non-aligned states
        cross-border raids and socio-economic woes | cross-border raids and socio-economic woes
        re-elected vice-chair | re-elected vice - chair
        the Israel-Gaza border | the Israel - Gaza border
        a French–German plan | a French – German plan
        the war—the longest—ended | the war — the longest — ended
        the war -- the longest -- ended | the war -- the longest -- ended
        U.S. troops left | U.S. troops left
        troops left the U.S. | troops left the U.S.
        the U.S., the U.K. and the U.N. | the U.S. , the U.K. and the U.N.
        the U.S.' role | the U.S. ' role
        the U.S.'s role | the U.S. 's role
        U.N.-backed talks | U.N. - backed talks
        the D.C. police | the D.C. police
        She paid $3.5bn. | She paid $ 3.5 bn .
        worth €20m or £1.2m | worth € 20 m or £ 1.2 m
        Rs 500 or Rs500 | Rs 500 or Rs500
        US$5 million | US$ 5 million
        a $1,200.50 fine | a $ 1,200.50 fine
        ¥100 and ₹2,000 | ¥ 100 and ₹ 2,000
        5,000 rubles, 3.5%, 40 percent | 5,000 rubles , 3.5 % , 40 percent
        a $2-million deal | a $ 2 - million deal
        They won 3-1. | They won 3 - 1 .
        won 6-4, 7-5 | won 6 - 4 , 7 - 5
        won 6-4,7-5 | won 6 - 4 , 7 - 5
        a 52-48 vote | a 52 - 48 vote
        passed 310–205 | passed 310 – 205
        J. Smith met George W. Bush. | J. Smith met George W. Bush .
        T.S. Eliot and J.R.R. Tolkien | T.S. Eliot and J.R.R. Tolkien
        J.Smith left | J. Smith left
        St. Petersburg and Mt. Fuji | St. Petersburg and Mt. Fuji
        No. 10 said no. | No. 10 said no .
        Nos. 3 and 4 | Nos. 3 and 4
        at 5 a.m. on Monday | at 5 a.m. on Monday
        at 5am or 6:30pm | at 5 am or 6:30 pm
        at 17:45 GMT | at 17:45 GMT
        at 1000hrs | at 1000 hrs
        Wait... what? | Wait ... what ?
        Wait… what? | Wait … what ?
        "We ... went" | " We ... went "
        Well.... no | Well .... no
        See https://example.org/a-b?c=d, he said. | See https://example.org/a-b?c=d , he said .
        (see www.example.org) | ( see www.example.org )
        visit example.com today | visit example.com today
        on news.example.net. | on news.example.net .
        Write to jane.doe@example.org. | Write to jane.doe@example.org .
        Jane Doe <jane@example.org> wrote | Jane Doe < jane@example.org > wrote
        the file report_2.pdf leaked | the file report_2.pdf leaked
        follow @example or #election2024 | follow @example or #election2024
        in 1990-95 and 1990–1995 | in 1990 - 95 and 1990 – 1995
        10-15 people | 10 - 15 people
        the 1990s and the '90s | the 1990s and the '90s
        a 1,000-strong force | a 1,000 - strong force
        a 20,000-tonne ship | a 20,000 - tonne ship
        two F-16s and an Su-25 | two F - 16s and an Su - 25
        AK-47 rifles | AK - 47 rifles
        an S-300 battery | an S - 300 battery
        M23 rebels and G7 states | M23 rebels and G7 states
        Covid-19 cases | Covid - 19 cases
        Russia's army | Russia 's army
        Russia’s army | Russia ’s army
        Russiaʼs army | Russia ʼs army
        RUSSIA'S ARMY | RUSSIA 'S ARMY
        RUSSIA’S ARMY | RUSSIA ’S ARMY
        the workers' union | the workers ' union
        the workers’ union | the workers ’ union
        Hollande's and Sarkozy's aides | Hollande 's and Sarkozy 's aides
        the Joneses' house | the Joneses ' house
        They don't, didn't, won't | They do n't , did n't , wo n't
        They don’t, didn’t, won’t | They do n’t , did n’t , wo n’t
        THEY DON'T, CAN'T, WON'T | THEY DO N'T , CA N'T , WO N'T
        WE'LL SEE, THEY'RE OUT, I'VE SEEN | WE 'LL SEE , THEY 'RE OUT , I 'VE SEEN
        I'm, you're, he'd, she'll, we've | I 'm , you 're , he 'd , she 'll , we 've
        It cannot last. CANNOT | It can not last . CAN NOT
        We're gonna, wanna, gotta | We 're gon na , wan na , got ta
        He dont, didnt, cant | He do nt , did nt , ca nt
        'Tis over. | 'T is over .
        'Twas then. ’Twas so. | 'T was then . ’T was so .
        Y'all left. | Y' all left .
        let's go, that's it | let 's go , that 's it
        five o'clock | five o'clock
        Mr. O'Neill and Ms D'Souza | Mr. O'Neill and Ms D'Souza
        Mr. Smith, Mrs. Lee and Dr. No | Mr. Smith , Mrs. Lee and Dr. No
        Gen. Lee, Lt. Col. Roe, Sgt. Fox | Gen. Lee , Lt. Col. Roe , Sgt. Fox
        Sen. Cruz, Rep. Lee and Gov. Hall | Sen. Cruz , Rep. Lee and Gov. Hall
        Brig. Gen. Ali and Messrs. Ito and Abe | Brig. Gen. Ali and Messrs. Ito and Abe
        Acme Inc. and Widget Co. Ltd. merged. | Acme Inc. and Widget Co. Ltd. merged .
        John Doe Jr. and Jane Roe, Ph.D., met | John Doe Jr. and Jane Roe , Ph.D. , met
        on Jan. 3 and Sept. 11 | on Jan. 3 and Sept. 11
        e.g. tanks, i.e. armour, etc. | e.g. tanks , i.e. armour , etc .
        tanks, guns, etc., were sold | tanks , guns , etc. , were sold
        Turkey vs. Greece | Turkey vs. Greece
        c. 1920 and p. 45 | c. 1920 and p. 45
        AT&T and R&D | AT&T and R&D
        and/or 9/11 or 24/10/2023 | and / or 9/11 or 24/10/2023
        What?! No!! | What ?! No !!
        it rose 3,5 percent | it rose 3,5 percent
        -5 degrees, +3 points | - 5 degrees , +3 points
        20°C and 5 km² | 20 ° C and 5 km²
        Moon Jae-in met Tsai Ing-wen. | Moon Jae-in met Tsai Ing-wen .
        Ban Ki-moon's aide | Ban Ki-moon 's aide
        al-Shabab and al-Qaeda | al - Shabab and al - Qaeda
        Zürich’s café, naïve Åland | Zürich ’s café , naïve Åland
        the 20th century's 3rd war | the 20th century 's 3rd war
        555-1234 or 202-555-1234 | 555-1234 or 202-555-1234
        the ceasefire.The talks | the ceasefire . The talks
        left,then came back | left , then came back
        """;
}
