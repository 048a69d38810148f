namespace Entente.Tests.Language;

/// <summary>Where sentences of news end: own sentences, a bar after each but the last.</summary>
internal static class SplitCases
{
    /// <summary>A text a line.</summary>
    public const string All = """
        The army left the city.|The rebels returned on Friday.
        Who fired first?|Nobody knows.
        Stop the war!|That is what the crowd shouted.
        He said: "We will fight."|Then he left.
        "We will not leave," he said.|"We will stay."
        "We will not leave."|The minister then sat down.
        “We will not leave,” he said.|“We will stay.”
        “The talks failed.”|The envoy flew home on Monday.
        "Will you stay?" she asked the minister.|He did not answer.
        "Never!" the general shouted.|The crowd cheered.
        She said the deal was "dead."|The government denied it.
        The spokesman said, "It is over."|Troops began to leave.
        ‘It is over,’ he said.|‘We are going home.’
        The minister (a Liberal) quit on Sunday.|He gave no reason.
        The army left.|(It had come in May.)|The rebels returned.
        Troops entered the town (see map).|Residents fled.
        Mr. Smith met Gen. Lee in Washington, D.C., on Monday.|They talked.
        Mr. Smith met Mrs. Jones.|Dr. Brown was not there.
        Sen. John Hall and Rep. Mary Lee voted no.|Gov. Ortiz signed the bill.
        Lt. Col. James Ray was killed.|Sgt. Tom Hill was wounded.
        President George W. Bush visited Iraq.|He left soon.
        J. K. Adams wrote the report.|It was sent to the U.N. last week.
        The U.S. and the U.K. signed a treaty.|France did not.
        The council approved the deployment of a U.N. advance team to Yemen.|It leaves soon.
        A U.S. federal judge Thursday approved the extradition of the banker.|He will appeal.
        Rioters clashed with police Sunday, leaving ten people dead.|The mayor resigned.
        The United Nations' Mideast envoy left for Gaza.|He hopes for talks.
        The defence minister, Lt. Gen. Theophilus Danjuma, flew to Abuja.|He met the troops.
        The U.S. Senate passed the bill.|The House did not.
        The U.S. Army sent troops.|The U.S. Navy sent ships.
        Officials in the U.S. said the deal was close.|Iran denied it.
        The soldiers left the U.S.|They flew to Germany.
        They were flown back to the U.S.|The others stayed.
        The vote was held at 5 p.m.|The result came later.
        The vote was held at 5 p.m. on Monday.|The result came later.
        The blast was heard at 9 a.m. local time.|Police closed the road.
        George Hill left in Jan. 2008.|He returned in Sept. 2010.
        On Feb. 3 the talks began.|On Mar. 9 they ended.
        He lives at St. James Park.|She lives on Mt. Pleasant.
        The party won No. 2 on the list.|The Greens were No. 3.
        Acme Inc. bought Widget Co. for $3.5bn.|The deal closed in May.
        The bank lent $1.2 billion to Greece.|It wants the money back.
        Prices rose 3.5 percent.|Wages fell by 0.4 percent.
        The rate was 5.25.|It is now 4.75.
        The team won 3-1.|The fans sang.
        She won 6-4, 7-5.|She will play again on Sunday.
        The committee met for 12 hours... and agreed on nothing.|It will meet again.
        We waited and waited.|Nothing happened.
        Visit www.example.org for details.|The site is free.
        Write to jane.doe@example.org.|She will answer.
        The group posted the video on example.com on Tuesday.|It was removed.
        The F-16s took off at dawn.|Two Su-25s were shot down.
        A 1,000-strong force crossed the border.|It met no resistance.
        Tanks, guns, etc. were seized.|Nobody was arrested.
        Turkey vs. Greece is an old story.|It is not over.
        The law covers weapons, e.g. rifles and mines.|It does not cover knives.
        PYONGYANG, July 27 (KCNA) -- Kim Jong Un met a delegation on Thursday.|They discussed trade.
        LIMA, May 3 (Reuters) - Police arrested two men on Friday.|They were later freed.
        TUNIS (AP) — Tunisia votes on Sunday.|Turnout is expected to be low.
        THE GUERRILLAS ATTACKED A BRIDGE.|THREE SOLDIERS WERE KILLED.
        THE ARMY SAID IT WASN'T INVOLVED.|POLICE BLAMED THE REBELS.
        GEN. LOPEZ DENIED THE CHARGE.|HE SAID IT WAS A LIE.
        "WE WILL FIGHT," THE LEADER SAID.|"WE WILL WIN."
        THE U.S. EMBASSY WAS ATTACKED.|NO ONE WAS HURT.
        WHO KILLED THE PRIEST?|THE GOVERNMENT DOES NOT KNOW.
        The minister resigned; his deputy took over.|Parliament met on Monday.
        The plan has three parts: money, troops and time.|None is available.
        The president - a former general - spoke for an hour.|He took no questions.
        The war—the longest in memory—ended in May.|Peace did not come.
        The war -- the longest in memory -- ended in May.|Peace did not come.
        He had one message: Go home.|Few listened.
        Not all agreed.|But most did.|A few left.
        It rained.|It poured.|The march went on.
        "I am not a spy," Mr. Lee told the court.|He was found guilty.
        The pope visited St. Peter's Square.|Thousands came.
        Israel's army struck Gaza on Monday.|Hamas's leaders vowed revenge.
        The workers' union called a strike.|The owners refused to talk.
        They don't want war.|We can't promise peace.
        Ms. Diaz, 34, was shot.|Her brother, 29, survived.
        The ship sank on Aug. 14, 1990.|Forty-two people died.
        Clashes broke out in Homs, Hama, Idlib and Aleppo.|Dozens were killed.
        The E.U. imposed sanctions.|Russia called them illegal.
        More than 2,000 people marched.|Police used tear gas.
        The rebels took the airport.|The army took it back a week later.
        Ms. Merkel said no.|Mr. Macron said yes.|Mr. Johnson said nothing.
        Iran will not "surrender to bullies," its president said.|Talks resume in June.
        The court freed him.|"Justice was done," his lawyer said.
        The general said the war was lost.|"It was lost in 1968," he added.
        The ex-president's lawyers appealed.|The court will rule on Dec. 1.
        "Why now?" asked the senator.|"Why here?"
        If Russia attacks Finland, NATO will respond.
        In Moscow, Putin spoke.|In Paris, Macron listened.
        On Monday, Turkey said it would leave.|On Tuesday, Greece did too.
        After the raid on Gaza, Israel denied any part in it.
        The bomb killed 12.|The attackers fled.
        """;
}
