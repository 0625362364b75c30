#include <curl/curl.h>
#include <linux/sockios.h>
#include <poll.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/deliver/transport.h"

namespace chohyo {
namespace {

constexpr int kLookMilliseconds = 10;
constexpr int kLooks = 20;

bool IsThisMachine(const std::string& host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

/// One message on its way.
struct Passage {
  const std::string* message = nullptr;
  std::size_t offset = 0;
  const std::function<void()>* before_end = nullptr;
  const curl_socket_t* socket = nullptr;  ///< of the connection in use
  bool ended = false;                     ///< the end of the message was handed over
  bool in_mail = false;                   ///< MAIL FROM was sent: refusals are about this message
  std::string last_reply;                 ///< the server's last line
};

/// True if the other side has hung up, after everything sent so far has reached it.
bool HasHungUp(curl_socket_t socket) {
  if (socket == CURL_SOCKET_BAD) return false;
  pollfd look{socket, POLLRDHUP, 0};
  for (int i = 0; i < kLooks; ++i) {
    if (::poll(&look, 1, kLookMilliseconds) > 0) return true;
    int waiting = 0;
    if (::ioctl(socket, SIOCOUTQ, &waiting) != 0 || waiting == 0) return false;
  }
  return false;
}

/// Hands the message over piece by piece. Its end is what makes the server accept it: before that, the ledger notes so,
/// and a server that has gone by then cannot have accepted.
std::size_t ReadMessage(char* room, std::size_t size, std::size_t count, void* user) {
  Passage& passage = *static_cast<Passage*>(user);
  const std::size_t left = passage.message->size() - passage.offset;
  const std::size_t taken = std::min(left, size * count);
  std::memcpy(room, passage.message->data() + passage.offset, taken);
  passage.offset += taken;
  if (taken > 0) return taken;
  if (HasHungUp(*passage.socket)) return CURL_READFUNC_ABORT;
  try {
    (*passage.before_end)();
  } catch (const Fault&) {
    return CURL_READFUNC_ABORT;  // without the note in the ledger the message must not go
  }
  passage.ended = true;
  return 0;
}

int KeepSocket(void* user, curl_socket_t socket, curlsocktype /*purpose*/) {
  *static_cast<curl_socket_t*>(user) = socket;
  return CURL_SOCKOPT_OK;
}

int Listen(CURL* /*handle*/, curl_infotype type, char* text, std::size_t size, void* user) {
  Passage& passage = *static_cast<Passage*>(user);
  const std::string_view line = Trim(std::string_view(text, size));
  if (type == CURLINFO_HEADER_OUT && line.starts_with("MAIL FROM")) passage.in_mail = true;
  if (type == CURLINFO_HEADER_IN && !line.empty()) passage.last_reply = line;
  return 0;
}

bool IsConnectionTrouble(CURLcode code) {
  return code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_SSL_CONNECT_ERROR ||
         code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_USE_SSL_FAILED || code == CURLE_LOGIN_DENIED ||
         code == CURLE_SSL_CACERT_BADFILE;
}

/// What became of a message, by curl's word, the server's last reply code and how far it had come.
Attempt Judge(CURLcode code, long reply_code, const Passage& passage, const char* error) {
  Attempt attempt;
  attempt.reply = passage.last_reply;
  if (code == CURLE_OK) {
    attempt.fate = Fate::kSent;
    return attempt;
  }
  const bool refused = reply_code >= 500 && reply_code < 600 && passage.in_mail && code != CURLE_LOGIN_DENIED;
  const bool later = reply_code >= 400 && reply_code < 500;
  const std::string reason = error[0] != '\0' ? error : curl_easy_strerror(code);
  attempt.reply = (refused || later) && !passage.last_reply.empty() ? passage.last_reply : reason;
  attempt.fate = refused ? Fate::kFailed : later || !passage.ended ? Fate::kRetry : Fate::kUnknown;
  attempt.no_connection = IsConnectionTrouble(code) || (code == CURLE_OPERATION_TIMEDOUT && !passage.in_mail);
  return attempt;
}

class Smtp : public Transport {
 public:
  Smtp(const SmtpSettings& settings, const std::filesystem::path& folder)
      : settings_(settings), folder_(folder), curl_(curl_easy_init()) {
    if (!settings.user.empty()) password_ = ReadPassword(settings.password, folder);
  }
  ~Smtp() override { curl_easy_cleanup(curl_); }
  Smtp(const Smtp&) = delete;
  Smtp& operator=(const Smtp&) = delete;

  std::string name() const override { return "smtp"; }

  Attempt Send(const Envelope& envelope, const std::string& message, const std::function<void()>& before_end) override {
    const bool was_connected = connected_;
    Attempt attempt = SendOnce(envelope, message, before_end);
    // A connection kept from the message before may have ended meanwhile, which says nothing of this one.
    const bool stale = was_connected && attempt.fate == Fate::kRetry && attempt.no_connection;
    return stale ? SendOnce(envelope, message, before_end) : attempt;
  }

 private:
  void SetServer() {
    const bool tls = settings_.tls == SmtpSettings::Tls::kTls;
    const std::string url = fmt::format("{}://{}:{}/chohyo", tls ? "smtps" : "smtp", settings_.host, settings_.port);
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl_, CURLOPT_USE_SSL,
                     static_cast<long>(settings_.tls == SmtpSettings::Tls::kNone ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings_.ca_file.empty()) curl_easy_setopt(curl_, CURLOPT_CAINFO, (folder_ / settings_.ca_file).c_str());
    if (!password_) return;
    curl_easy_setopt(curl_, CURLOPT_USERNAME, settings_.user.c_str());
    curl_easy_setopt(curl_, CURLOPT_PASSWORD, std::string(password_->text()).c_str());
  }

  void SetPatience() {
    const long seconds = settings_.timeout_seconds;
    curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_, CURLOPT_CONNECTTIMEOUT, seconds);
    curl_easy_setopt(curl_, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds);
    curl_easy_setopt(curl_, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl_, CURLOPT_LOW_SPEED_TIME, seconds);
  }

  Attempt SendOnce(const Envelope& envelope, const std::string& message, const std::function<void()>& before_end) {
    Passage passage;
    passage.message = &message;
    passage.before_end = &before_end;
    char error[CURL_ERROR_SIZE] = "";
    curl_slist* recipients = nullptr;
    for (const std::string& address : envelope.to) {
      recipients = curl_slist_append(recipients, ("<" + address + ">").c_str());
    }
    curl_easy_reset(curl_);
    SetServer();
    SetPatience();
    curl_easy_setopt(curl_, CURLOPT_MAIL_FROM, ("<" + envelope.from + ">").c_str());
    curl_easy_setopt(curl_, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl_, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl_, CURLOPT_READFUNCTION, ReadMessage);
    curl_easy_setopt(curl_, CURLOPT_READDATA, &passage);
    curl_easy_setopt(curl_, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(-1));
    curl_easy_setopt(curl_, CURLOPT_SOCKOPTFUNCTION, KeepSocket);
    curl_easy_setopt(curl_, CURLOPT_SOCKOPTDATA, &socket_);
    curl_easy_setopt(curl_, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl_, CURLOPT_DEBUGFUNCTION, Listen);
    curl_easy_setopt(curl_, CURLOPT_DEBUGDATA, &passage);
    curl_easy_setopt(curl_, CURLOPT_ERRORBUFFER, error);
    passage.socket = &socket_;
    const CURLcode code = curl_easy_perform(curl_);
    long reply_code = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &reply_code);
    curl_slist_free_all(recipients);
    connected_ = code == CURLE_OK;
    return Judge(code, reply_code, passage, error);
  }

  const SmtpSettings settings_;
  const std::filesystem::path folder_;
  CURL* curl_;
  std::optional<Password> password_;
  curl_socket_t socket_ = CURL_SOCKET_BAD;  ///< of the connection last opened
  bool connected_ = false;
};

}  // namespace

std::unique_ptr<Transport> MakeSmtp(const SmtpSettings& settings, const std::filesystem::path& folder) {
  if (!settings.user.empty() && settings.tls == SmtpSettings::Tls::kNone && !IsThisMachine(settings.host)) {
    throw InputFault(Say("mail.smtp: 暗号化（tls: starttls か tls）なしで {} にパスワードは送れません。",
                         "mail.smtp: no password is sent to {} without tls: starttls or tls.", settings.host));
  }
  return std::make_unique<Smtp>(settings, folder);
}

}  // namespace chohyo
