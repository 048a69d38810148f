using System.Text;

namespace Entente.Sources.Text;

/// <summary>Reads bytes that are not UTF-8 as Windows-1252 while a stream is decoded, and notes that it did. For one stream.</summary>
internal sealed class MendingFallback : DecoderFallback
{
    /// <summary>Whether it was needed.</summary>
    public bool Used { get; private set; }

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Mended(this);

    private sealed class Mended(MendingFallback owner) : DecoderFallbackBuffer
    {
        private string characters = "";
        private int given;

        public override int Remaining => characters.Length - given;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Used = true;
            characters = TextDecoder.DecodeWindows1252(bytesUnknown);
            given = 0;
            return characters.Length > 0;
        }

        public override char GetNextChar() => given < characters.Length ? characters[given++] : '\0';

        public override bool MovePrevious()
        {
            if (given == 0)
                return false;
            given--;
            return true;
        }

        public override void Reset() => (characters, given) = ("", 0);
    }
}
