using System.Collections.Immutable;
using Entente.Coding;
using Entente.Language;

namespace Entente.Store.Ingesting;

/// <summary>A document with what was read out of it.</summary>
/// <param name="Document">The parsed text.</param>
/// <param name="Events">Its events.</param>
public sealed record CodedDocument(Document Document, ImmutableArray<CodedEvent> Events);
