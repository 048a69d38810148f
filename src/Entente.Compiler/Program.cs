Console.WriteLine("entente-compiler");
