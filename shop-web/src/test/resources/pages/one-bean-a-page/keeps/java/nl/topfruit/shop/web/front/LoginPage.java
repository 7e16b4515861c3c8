@Named("frontLogin") public class LoginPage {}
