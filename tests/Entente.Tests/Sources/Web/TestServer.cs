using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Entente.Tests.Sources.Web;

/// <summary>A small HTTP server on the loopback: one answer a connection, written by the test.</summary>
internal sealed class TestServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string, object?> answer;

    /// <summary>A server.</summary>
    /// <param name="answer">
    /// Path and request head to the whole answer: a string or bytes, or an action on the stream; null closes the connection.
    /// </param>
    public TestServer(Func<string, string, object?> answer)
    {
        this.answer = answer;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Task.Run(AcceptAsync);
    }

    public int Port { get; }

    public ConcurrentQueue<string> Requests { get; } = new();

    public string At(string path) => $"http://127.0.0.1:{Port}{path}";

    public static string Ok(string body, string type = "text/html", string fields = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{fields}Connection: close\r\n\r\n{body}";

    public static string Empty(string status, string fields = "") => $"HTTP/1.1 {status}\r\nContent-Length: 0\r\n{fields}Connection: close\r\n\r\n";

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                string head = await Head(stream);
                Requests.Enqueue(head);
                switch (answer(head.Split(' ')[1], head))
                {
                    case string text: await stream.WriteAsync(Encoding.UTF8.GetBytes(text)); break;
                    case byte[] bytes: await stream.WriteAsync(bytes); break;
                    case Func<Stream, Task> write: await write(stream); break;
                }
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // The client has hung up, as some tests want.
            }
        }
    }

    private static async Task<string> Head(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
            head.Append((char)one[0]);
        return head.ToString();
    }
}
