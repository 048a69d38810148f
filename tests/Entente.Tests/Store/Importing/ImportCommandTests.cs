using System.Globalization;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace Entente.Tests.Store.Importing;

/// <summary>What <c>entente import</c> promises: every format with its traps, rows that are wrong, files that come twice.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private Entente.Tests.Cli.Program.Outcome Import(int code, string format, params string[] files) => scratch.Run(code, ["import", .. files, "--from", format]);

    private string[] Rows(string columns, string where = "true") =>
        scratch.Run(0, "query", "--format", "csv", "--sql", $"SELECT concat_ws(' ', {columns}) AS x FROM events WHERE {where} ORDER BY event_key").Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];

    /// <summary>A row of GDELT with what matters filled in.</summary>
    private static string Gdelt(int columns, long id, string day, string actor, string recipient, string act, string place = "RS", string articles = "3")
    {
        var cells = Enumerable.Repeat("", columns).ToArray();
        (cells[0], cells[1], cells[5], cells[6], cells[15], cells[26], cells[30], cells[33]) = (id.ToString(CultureInfo.InvariantCulture), day, actor, "A \"NAME", recipient, act, "1.5", articles);
        var geo = columns == 61 ? 51 : 49;
        (cells[geo], cells[geo + 1], cells[geo + 2]) = ("4", "Somewhere", place);
        var lat = columns == 61 ? 56 : 53;
        (cells[lat], cells[lat + 1]) = ("55.75", "37.6");
        var added = columns == 61 ? 59 : 56;
        cells[added] = columns == 61 ? "20230818001500" : "20230818";
        if (columns > added + 1) cells[added + 1] = "https://example.org/a";
        return string.Join('\t', cells) + "\n";
    }

    [Fact]
    public void Gdelt_2_codes_become_ours_and_wrong_lines_are_named()
    {
        var file = scratch.Write("a.export.CSV", Gdelt(61, 1, "20230817", "RUSGOV", "IGOUNO", "042") + "1\t2\t3\n" + Gdelt(61, 2, "20230817", "MOSREB", "XQZ", "190", "UP") + Gdelt(61, 3, "20231345", "USA", "", "010") + Gdelt(61, 4, "20230817", "USA", "", "010"));
        var run = Import(1, "gdelt2", file);
        Assert.Contains("a.export.CSV:2", run.Error, StringComparison.Ordinal);
        Assert.Contains("a.export.CSV:4", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 events from 1 file; 1 rows are no events here (010 1); 2 rows could not be read", run.Error, StringComparison.Ordinal);
        Assert.Contains("XQZ 1", run.Error, StringComparison.Ordinal);
        Assert.Equal(["gdelt2:1 2023-08-17 2023-08-18 RUS RUS GOV UNO IGO CONSULT visit 042 1.5 4.0 RUS 55.75 3", "gdelt2:2 2023-08-17 2023-08-18 XMUSM REB XQZ ASSAULT 190 1.5 -9.0 UKR 55.75 3"],
            Rows("id, date_start, published, actor_code, actor_country, actor_sector, recipient_code, recipient_sector, CASE WHEN recipient_code IS NULL THEN recipient_name END, event, mode, cameo, goldstein, score, place_country, latitude, reports"));
    }

    [Fact]
    public void A_file_is_imported_once_and_a_row_too()
    {
        var file = scratch.Write("a.CSV", Gdelt(61, 1, "20230817", "USA", "CHN", "042"));
        Import(0, "gdelt2", file);
        Assert.Contains("imported before", Import(0, "gdelt2", file).Error, StringComparison.Ordinal);
        var longer = scratch.Write("b.CSV", Gdelt(61, 1, "20230817", "USA", "CHN", "042") + Gdelt(61, 9, "20230817", "USA", "CHN", "042") + Gdelt(61, 9, "20230817", "USA", "CHN", "042"));
        Assert.Contains("1 events from 1 file; 2 rows known", Import(0, "gdelt2", longer).Error, StringComparison.Ordinal);
        Assert.Equal(["gdelt2:1", "gdelt2:9"], Rows("id"));
    }

    [Theory]
    [InlineData(57)]
    [InlineData(58)]
    public void Gdelt_1_comes_with_and_without_addresses_also_zipped(int columns)
    {
        var zip = scratch.At("20130401.export.CSV.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        using (var to = new StreamWriter(archive.CreateEntry("20130401.export.CSV").Open()))
            to.Write(Gdelt(columns, 7, "20130401", "GER", "PAL", "173", "GM"));
        Import(0, "gdelt1", zip);
        Assert.Equal(["gdelt1:7 DEU PSE COERCE arrest DEU"], Rows("id, actor_code, recipient_code, event, mode, place_country"));
    }

    [Fact]
    public void Mentions_add_later_reports_to_known_events_and_nothing_else()
    {
        Import(0, "gdelt2", scratch.Write("a.CSV", Gdelt(61, 1, "20230817", "USA", "CHN", "042", articles: "5")));
        static string Mention(int id, string seen, string page) => $"{id}\t20230818001500\t{seen}\t1\tx.com\t{page}\t1\t-1\t-1\t1\t1\t90\t100\t1.0\t\t\n";
        var file = scratch.Write("a.mentions.CSV", Mention(1, "20230818001500", "p0") + Mention(1, "20230818003000", "p1") + Mention(1, "20230818004500", "p2") + Mention(8, "20230818004500", "p2"));
        Assert.Contains("2 reports added", Import(0, "gdelt2", file).Error, StringComparison.Ordinal);
        Import(0, "gdelt2", file);
        Assert.Equal(["gdelt2:1 7"], Rows("id, reports"));
    }

    [Fact]
    public void Keds_codes_follow_the_history_of_states()
    {
        Import(0, "keds", scratch.Write("levant.tsv", "date\tsource\ttarget\tcode\n1991-12-25\tUSR\tPAL\t042\n1991-12-26\tUSR\tKUW\t042\n1990-01-01\tLBNREBHEZ\tFRN\t190\n900102\tCZA\tIGOUNOWHO\t0255\n"));
        Assert.Equal(["keds:levant:1 SUN PSE CONSULT", "keds:levant:2 RUS KWT CONSULT", "keds:levant:3 LBNHEZ REB FRA ASSAULT", "keds:levant:4 CSK UNOWHO REQUEST"], Rows("id, actor_code, actor_sector, recipient_code, event", "true").Select(r => r.Replace(" IGO", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Icews_has_names_words_and_literal_nothings()
    {
        const string Header = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";
        Import(0, "icews", scratch.Write("i.tab", Header + "5\t2018-06-01\tPolice (Vietnam)\tPolice,Government\tViet Nam\tArrest\t173\t-5\tUnited Nations\tNA\tNA\t1\t2\t\"Pub\tHanoi\tNA\tNA\tVietnam\t21\t105\n6\t6/2/2018\tA\tNA\tNA\tConsult\t040\t1\tB\tNA\tHoly See\t1\t2\tP\tNA\tNA\tNA\tNA\tNA\tNA\n"));
        Assert.Equal(["icews:5 2018-06-01 VNM COP;GOV UNO COERCE VNM \"Pub", "icews:6 2018-06-02 VAT CONSULT P"], Rows("id, date_start, actor_code, actor_sector, recipient_code, event, place_country, source").Select(r => r.Replace("\"\"", "\"", StringComparison.Ordinal).Trim('"')));
    }

    [Fact]
    public void Polecat_comes_in_latin_letters_with_lists_and_excess_tabs()
    {
        const string Header = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tContexts\tActor Name\tActor Country\tActor Sectors\tRecipient Name\tRecipient Country\tRecipient Sectors\tCountry\tPlacename\textra\n";
        File.WriteAllBytes(scratch.At("p.txt"), Encoding.Latin1.GetBytes(Header + "e1\t2023-01-05\tPROTEST\triot\t-7\texecutive; legal\tMárquez\tVEN\tCVL; REB\tNone\tNone\tNone\tVEN\tMérida\n"));
        Import(0, "polecat", scratch.At("p.txt"));
        Assert.Equal(["polecat:e1 PROTEST riot executive;legal -7.0 Márquez VEN CVL;REB Mérida VEN"], Rows("id, event, mode, context, score, actor_name, actor_code, actor_sector, place_name, place_country"));
    }

    [Fact]
    public void Ucdp_and_Acled_and_Phoenix_are_read()
    {
        Import(0, "ucdp", scratch.Write("ged.csv", "id,type_of_violence,side_a,side_b,date_start,date_end,country,gwnoa,gwnob,latitude,longitude,date_prec\n1,1,\"Government of India\",\"Kashmir, insurgents\",2001-01-02 00:00:00.000,2001-01-03 00:00:00.000,India,750,,33.1,74.2,2\n2,3,Government of Sudan,Civilians,2003-05-05,2003-05-05,Sudan,625,,13,24,1\n"));
        Import(0, "acled", scratch.Write("acled.csv", "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,notes\nUKR1,01 August 2023,Explosions/Remote violence,Air/drone strike,Military Forces of Russia (2000-),External/Other forces,Civilians (Ukraine),Civilians,Ukraine,\"On 1 Aug, a strike\"\nUKR2,2023-08-02,Strategic developments,Other,x,1,,,Ukraine,none\n"));
        Import(0, "phoenix", scratch.Write("phoenix.txt", "77_v1\t20150603\t2015\t6\t3\tUSAGOV\tUSA\tGOV\t\tIRN\tIRN\t\t\t163\t16\t3\t-8.0\t\t38\t-77\tWashington\t\tUnited States\t5_3\thttp://a;http://b\tx\n"));
        Assert.Equal(
            ["ucdp:1 2001-01-02 2001-01-03 range IND GOV;MIL ASSAULT 4", "ucdp:2 2003-05-05 2003-05-05 day SDN GOV;MIL SDN CVL ASSAULT 4", "acled:UKR1 2023-08-01 2023-08-01 day RUS MIL UKR CVL ASSAULT aerial 4", "phoenix:77_v1 2015-06-03 2015-06-03 day USA GOV IRN SANCTION discontinue 4"],
            Rows("id, date_start, date_end, date_precision, actor_code, actor_sector, recipient_code, CASE WHEN recipient_sector <> 'REB' THEN recipient_sector END, event, mode, quad"));
    }

    [Fact]
    public void Threads_change_nothing_and_wrong_files_are_named()
    {
        var file = scratch.Write("many.CSV", string.Concat(Enumerable.Range(1, 20000).Select(n => Gdelt(61, n + 100000, "20230817", n % 3 == 0 ? "USAGOV" : "CHN", "RUS", n % 7 == 0 ? "010" : "111"))));
        Import(0, "gdelt2", file, "--threads", "1");
        var one = Rows("event_key, id, actor_code");
        File.Delete(scratch.Store);
        Import(0, "gdelt2", file, "--threads", "4");
        Assert.Equal(one, Rows("event_key, id, actor_code"));
        Assert.Contains("is it another format", Import(1, "gdelt1", file).Error, StringComparison.Ordinal);
        Assert.Contains("no such file", Import(1, "keds", scratch.At("nothing.tsv")).Error, StringComparison.Ordinal);
        Import(2, "weather", file);
    }
}
