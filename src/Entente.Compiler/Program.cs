using System.CommandLine;
using Entente.Compiler;

var root = new RootCommand("Trains models and compiles knowledge for Entente.")
{
    TrainLanguageCommand.Make(), MeasureLanguageCommand.Make(), MeasureSplittingCommand.Make(),
    RecaseTreebankCommand.Make(), CoreferenceCommands.MakeTraining(), CoreferenceCommands.MakeMeasuring(), MeasureLeadersCommand.Make(), AuditCommands.MakeSample(), AuditCommands.MakeCount(), TrainJudgeCommand.Make(), TrainAcceptanceCommand.Make(), ScaleAcceptanceCommand.Make(),
    TrainStatesCommand.Make(), TrainRolesCommand.Make(), MeasureJudgeCommand.Make(), MeasureFramesCommand.Make(), MeasureFoundCommand.Make(), MeasureQuadsCommand.Make(), MeasureExamplesCommand.Make(),
};
return root.Parse(args).Invoke();
